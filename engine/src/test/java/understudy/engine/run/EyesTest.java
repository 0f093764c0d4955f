package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import understudy.core.model.NodeId;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.engine.ports.RunListener;

/** One look serves for many questions, as long as it is young and nothing has changed what it is judged against. */
class EyesTest {
    private static final NodeId N2 = new NodeId("n2");

    private final TestingTime time = new TestingTime();
    private final TestingDriver driver = new TestingDriver(new TestingCluster(3), time);
    private Targets targets = new Targets(Map.of(N2, List.of(new Version("mailer", "2"))))
            .replacing(Map.of(N2, List.of(new Version("mailer", "1"))));
    private final Eyes eyes = new Eyes(driver, () -> targets, time, RunListener.none());

    @Test
    void aYoungLookIsUsedAgain() {
        eyes.current();
        eyes.current();

        assertThat(driver.calls).hasSize(1);
    }

    @Test
    void whatWasSeenOnTheWayForwardSaysNothingOfANodeThatIsTakenBack() {
        eyes.current();

        targets = targets.takingBack(List.of(N2), true);
        eyes.current();

        assertThat(driver.calls).hasSize(2);
    }
}
