package understudy.driver.pacemaker.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.driver.pacemaker.observe.OperationLog.Entry;
import understudy.driver.pacemaker.observe.OperationLog.NodeClock;

/** On lines that Pacemaker 2.1.5 wrote in a real handover, and some that it would not write. */
class OperationLogTest {
    private static NodeClock clock(String said) {
        return NodeClock.of(said).orElseThrow();
    }

    @Test
    void anOperationIsFromItsRequestToItsResult() {
        List<Entry> entries =
                OperationLog.read(Recorded.text("operations.log"), clock("2026 +0100 1795278600.004170371\n"));

        assertThat(entries)
                .extracting(Entry::resource, Entry::task, Entry::took, Entry::result)
                .contains(
                        tuple("mail-address", "stop", Duration.ofMillis(280), "ok"),
                        tuple("mail-imap", "stop", Duration.ofMillis(2152), "ok"),
                        tuple("mail-smtp", "start", Duration.ofMillis(1600), "error (failed)"));
        assertThat(entries.getFirst().began()).isEqualTo(Instant.parse("2026-11-21T16:28:08.500Z"));
    }

    @Test
    void whatHasNoRequestNoRealDayOrEndsBeforeItBeganIsLeftOut() {
        assertThat(OperationLog.read(Recorded.text("operations.log"), clock("2026 +0000 1795282093.004170371")))
                .extracting(Entry::resource)
                .containsExactly("mail-address", "mail-imap", "mail-smtp");
    }

    @Test
    void aDayThatIsStillToComeIsOneOfLastYear() {
        String lines = """
                Dec 31 23:59:58.000 n1 pacemaker-controld [1] (x) notice: Requesting local execution of start operation for a on n1 | key
                Jan  1 00:00:01.500 n1 pacemaker-controld [1] (x) notice: Result of start operation for a on n1: ok | key
                """;
        assertThat(OperationLog.read(lines, clock("2027 +0000 1798761700.000000000")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.began()).isEqualTo(Instant.parse("2026-12-31T23:59:58Z"));
                    assertThat(entry.took()).isEqualTo(Duration.ofMillis(3500));
                });
    }

    @Test
    void aClockThatIsNoneTellsNothing() {
        assertThat(List.of("", "2026", "2026 +0000 now", "9 +0000 1795282093.004170371").stream()
                        .map(NodeClock::of))
                .containsOnly(Optional.empty());
        assertThat(NodeClock.of("2026 +9900 1795282093.004170371")).isEmpty();
    }
}
