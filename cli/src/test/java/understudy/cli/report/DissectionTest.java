package understudy.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.cli.report.TestingJournal.TEN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.cli.view.ReportPage;
import understudy.core.model.NodeId;
import understudy.core.model.Operation;
import understudy.core.model.SessionCut;

class DissectionTest {
    private static Operation operation(String resource, String agent, int fromMillis, int untilMillis) {
        return new Operation(
                resource,
                agent,
                "stop",
                new NodeId("n1"),
                TEN.plusMillis(fromMillis),
                Duration.ofMillis((long) untilMillis - fromMillis),
                "ok");
    }

    private static Dissection of(int untilMillis, Operation... operations) {
        return Dissection.of(TEN, TEN.plusMillis(untilMillis), List.of(operations), Optional.empty());
    }

    @Test
    void whatNoOperationCoversIsUnexplained() {
        assertThat(of(1000).unexplained()).isEqualTo(Duration.ofSeconds(1));
        assertThat(of(1000, operation("a", "", -100, 300), operation("b", "", 350, 900))
                        .unexplained())
                .isEqualTo(Duration.ofMillis(150));
        assertThat(of(1000, operation("a", "", 600, 1200), operation("b", "", 100, 700))
                        .unexplained())
                .isEqualTo(Duration.ofMillis(100));
        assertThat(of(1000, operation("a", "", 100, 900), operation("b", "", 200, 300))
                        .unexplained())
                .isEqualTo(Duration.ofMillis(200));
        assertThat(of(1000, operation("a", "", 1100, 1200)).unexplained()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aSystemdServiceThatPaidThePollIsNamed() {
        assertThat(of(
                                5000,
                                operation("imap", "systemd:dovecot", 0, 2150),
                                operation("vip", "ocf:heartbeat:IPaddr2", 0, 100))
                        .advice())
                .hasValueSatisfying(
                        advice -> assertThat(advice).contains("systemd:dovecot").contains("once"));
        assertThat(of(5000, operation("imap", "systemd:dovecot", 0, 900)).advice())
                .isEmpty();
    }

    @Test
    void theReportTakesTheOutageApart() {
        Instant from = TEN.plusSeconds(1);
        RunReport report = RunReport.of(TestingJournal.saying("words")
                .out(from, from.plusSeconds(3))
                .explained(
                        from,
                        new SessionCut("imap mail:143", from.plusMillis(200)),
                        operation("imap", "systemd:dovecot", 1100, 3300))
                .events());

        assertThat(report.measured()).singleElement().satisfies(outage -> {
            assertThat(outage.parts().orElseThrow().unexplained()).isEqualTo(Duration.ofMillis(800));
            assertThat(outage.sessions()).hasSize(1);
        });
        assertThat(ReportPage.lines(report))
                .contains(
                        "    imap stop on n1 2.2 s",
                        "    unexplained 0.8 s",
                        "    connected clients of imap mail:143 were cut off 0.2 s after it began");
    }
}
