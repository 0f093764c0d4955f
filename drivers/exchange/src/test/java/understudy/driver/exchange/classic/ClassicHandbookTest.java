package understudy.driver.exchange.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.driver.exchange.trial.SteppingTime;
import understudy.emulated.world.SteppingClock;

/** What a person types in the driver's place. */
class ClassicHandbookTest {
    @Test
    void aPausedOwnerIsResumedAndOurMarkTakenAway() {
        var paused = Entries.paused(new RunId("night"), new NodeId("NODEA"));

        assertThat(new ClassicHandbook(settings()).giveBack(paused).stream().flatMap(typed -> typed.command().stream()))
                .containsExactly(
                        "cluster /cluster:MAILCLUS node NODEA /resume",
                        "cluster /cluster:MAILCLUS group \"Cluster Group\" /priv UnderstudyMark.night.pause.NODEA"
                                + " /usedefault");
    }

    private static ClassicSettings settings() {
        return new ClassicSettings(
                "mail",
                "exchange-2000",
                "MAILCLUS",
                List.of(new NodeId("NODEA"), new NodeId("NODEB")),
                () -> {
                    throw new AssertionError("Nobody is asked.");
                },
                Map.of(),
                "Understudy",
                Duration.ofSeconds(15),
                new SteppingTime(new SteppingClock(Instant.parse("2005-11-12T22:00:00Z"))));
    }
}
