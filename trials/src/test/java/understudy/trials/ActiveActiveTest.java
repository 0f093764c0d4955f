package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import understudy.lab.LabShape;
import understudy.lab.Service;

/** Two nodes with a group each: neither is passive, so that one group must move twice. */
@Tag("long")
class ActiveActiveTest extends Trial {
    ActiveActiveTest() {
        super("tactive", 7, new LabShape(2, Service.MAIL, 2, true));
    }

    @Test
    void takesThreeOutagesAndThePlanSaysWhy() {
        var plan = ask("plan");
        assertThat(plan.out()).contains("outages planned: weight 3, at least 2");

        var ended = run("active");

        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(report("active").outages()).hasSize(3).containsOnly("mail", "web");
        new Patched(this).holds();
    }
}
