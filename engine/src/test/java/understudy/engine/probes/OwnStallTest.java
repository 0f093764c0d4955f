package understudy.engine.probes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import understudy.engine.journal.ChildProcess;

final class OwnStallTest {
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aStallOfTheMeasuringProcessIsToldWithTheOutageThatItTouches() throws Exception {
        try (LoopbackService imap = new LoopbackService("* OK ready")) {
            Process watching = ChildProcess.start(
                    WatchingProcess.class,
                    InetAddress.getLoopbackAddress().getHostAddress(),
                    String.valueOf(imap.port()));
            try (BufferedReader out = watching.inputReader(UTF_8)) {
                assertThat(out.readLine()).isEqualTo("answers");
                signal(watching, "-STOP");
                imap.greetWith("* BYE");
                passTime(Duration.ofMillis(800));
                signal(watching, "-CONT");
                assertThat(out.readLine()).isEqualTo("outage");
                imap.greetWith("* OK ready");
                assertThat(out.readLine())
                        .matches(
                                "imap .* greeted with '\\* BYE' instead of '\\* OK' \\([0-9]+ misses\\); the measuring machine itself"
                                        + " stalled for [0-9]{3,5} ms in this time, so some of it may not be the service's");
            } finally {
                watching.destroyForcibly();
            }
        }
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Time itself is what the process has to miss. */
    private static void passTime(Duration duration) {
        Awaitility.await().pollDelay(duration).until(() -> true);
    }
}
