package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import understudy.lab.LabShape;

/** The outage of a real run, taken apart by the cluster's own history; on a quiet machine, for what is left over is measured. */
@Tag("long")
class TakenApartTest extends Trial {
    /** The questions and the held session are both asked every 50 ms. */
    private static final Duration INTERVAL = Duration.ofMillis(50);

    TakenApartTest() {
        super("tapart", 12, LabShape.standard());
    }

    @RepeatedTest(5)
    void hardlyAnythingOfItIsUnexplained() {
        var ended = run("apart");

        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(report("apart").anatomies()).singleElement().satisfies(outage -> {
            System.out.println(outage);
            assertThat(outage.gap()).isEmpty();
            assertThat(outage.tasks())
                    .contains(
                            "mail-imap stop n1", "mail-imap start n2", "mail-address stop n1", "mail-address start n2");
            assertThat(outage.unexplained()).isLessThanOrEqualTo(Duration.ofMillis(300));
            assertThat(outage.cuts())
                    .isNotEmpty()
                    .allSatisfy(cut -> assertThat(cut).isBetween(outage.from().minus(INTERVAL), outage.until()));
        });
    }
}
