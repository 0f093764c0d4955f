package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import understudy.lab.LabShape;
import understudy.lab.Service;

/** PostgreSQL, whose data are on shared storage. */
@Tag("long")
class DatabaseTest extends Trial {
    DatabaseTest() {
        super("tdata", 9, new LabShape(3, Service.POSTGRESQL, 1, true));
    }

    @Test
    void interruptsTheDatabaseOnce() {
        var ended = run("data");

        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(report("data").outages()).containsExactly("database");
        Patched patched = new Patched(this);
        patched.holds();
        patched.moved("database", "n1");
    }
}
