package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.run.RunResult;
import understudy.emulated.world.AloneServer;
import understudy.emulated.world.Service;
import understudy.emulated.world.Setup;
import understudy.emulated.world.WindowsNode;

/** What a service pack of Exchange 2007 changes beside its versions is as before at the end, or is said (P10). */
@Timeout(60)
class AfterwardsTest {
    private static final TrialCase ALONE = TrialCase.of("alone", 1, "stand-alone-service-pack");
    private static final String CLIENT_ACCESS = WindowsNode.EXCHANGE_KEY + "\\ClientAccessRole";

    @Test
    void theLogonsOfPop3AndImap4AreAsBefore() throws Exception {
        try (var trial = new Trial(ALONE)) {
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(server(trial).machine().logonTypes()).isEqualTo(AloneServer.LOGON_TYPES);
            // What the service pack has left as it was is not written, and its service not restarted.
            assertThat(trial.count("Set-PopSettings")).isEqualTo(1);
            assertThat(trial.count("Set-ImapSettings")).isZero();
            assertThat(trial.count("MSExchangePOP3")).isEqualTo(2);
            Said.in(trial).says("P10.18");
        }
    }

    @Test
    void aServerWithoutClientAccessHasNoLogonsToKeep() throws Exception {
        try (var trial = new Trial(ALONE)) {
            server(trial).registry().drop(CLIENT_ACCESS);
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(trial.journal.tail(500))
                    .contains("MAIL1 serves no POP3.")
                    .contains("MAIL1 serves no IMAP4.");
            assertThat(trial.count("Settings -LoginType")).isZero();
        }
    }

    @Test
    void aServerWithUnifiedMessagingIsToBeLookedAt() throws Exception {
        try (var trial = new Trial(ALONE)) {
            server(trial).add(new Service("MSExchangeUM", true, "Auto", false));
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(trial.journal.tail(500))
                    .contains("See that Unified Messaging on MAIL1 is configured as before")
                    .contains("/AddUmLanguagePack:LANGUAGE /s:SOURCE");
        }
    }

    @Test
    void aStreamingBackupThatSomebodyHasForbiddenStaysSo() throws Exception {
        try (var trial = new Trial(ALONE)) {
            server(trial).registry().set(Setup.STREAMING_KEY, Setup.STREAMING, "0");
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(server(trial).registry().value(Setup.STREAMING_KEY, Setup.STREAMING))
                    .contains("0");
            assertThat(trial.journal.tail(500)).contains("is 0 by somebody's decision, and stays so");
        }
    }

    private static WindowsNode server(Trial trial) {
        return trial.world.node(AloneServer.NAME).orElseThrow();
    }
}
