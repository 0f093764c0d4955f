package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import understudy.lab.LabShape;
import understudy.lab.Service;

/** Four nodes, two of them passive, with two groups. */
@Tag("long")
class FourNodesTest extends Trial {
    FourNodesTest() {
        super("tfour", 8, new LabShape(4, Service.MAIL, 2, true));
    }

    @Test
    void interruptsEachGroupOnce() {
        var ended = run("four");

        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(report("four").outages()).containsExactlyInAnyOrder("mail", "web");
        new Patched(this).holds();
    }
}
