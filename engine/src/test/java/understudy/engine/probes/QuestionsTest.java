package understudy.engine.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class QuestionsTest {
    private static final String HERE = InetAddress.getLoopbackAddress().getHostAddress();

    private final Questions questions =
            new Questions(new ProbeSettings(20, Duration.ofMillis(300), Duration.ofMillis(400), 8));
    private LoopbackService service;

    @BeforeEach
    void startService() throws IOException {
        service = new LoopbackService("* OK [CAPABILITY IMAP4rev1] ready");
    }

    @AfterEach
    void closeService() throws IOException {
        service.close();
    }

    @Test
    void takesEachProtocolsGreetingForAnAnswer() throws InterruptedException {
        assertThat(questions.ask(tcp())).isEqualTo(new Answer.Good());
        assertThat(questions.ask(imap())).isEqualTo(new Answer.Good());
        service.greetWith("220 mail ESMTP");
        assertThat(questions.ask(smtp())).isEqualTo(new Answer.Good());
        service.greetWith("HTTP/1.1 200 OK");
        assertThat(questions.ask(http(OptionalInt.empty()))).isEqualTo(new Answer.Good());
        assertThat(questions.ask(http(OptionalInt.of(200)))).isEqualTo(new Answer.Good());
        assertThat(questions.ask(new Probe.Command(List.of("true")))).isEqualTo(new Answer.Good());
    }

    @Test
    void doesNotTakeAWrongAnswerForAGoodOne() throws InterruptedException {
        service.greetWith("* BYE \u001b[31mshutting down");
        assertThat(questions.ask(imap()))
                .isEqualTo(new Answer.Missed("greeted with '* BYE ?[31mshutting down' instead of '* OK'"));
        service.greetWith("421 try later");
        assertThat(questions.ask(smtp())).isEqualTo(new Answer.Missed("greeted with '421 try later' instead of '220'"));
        service.greetWith("HTTP/1.1 503 Service Unavailable");
        assertThat(questions.ask(http(OptionalInt.of(200))))
                .isEqualTo(new Answer.Missed("answered with status 503 instead of 200"));
        assertThat(questions.ask(http(OptionalInt.empty())))
                .isEqualTo(new Answer.Missed("answered with status 503 instead of one below 400"));
        assertThat(questions.ask(new Probe.Command(List.of("false"))))
                .isEqualTo(new Answer.Missed("ended with exit code 1"));
    }

    @Test
    void aClosedPortRefuses() throws Exception {
        service.stop();
        assertThat(questions.ask(imap())).isEqualTo(new Answer.Missed("refused the connection"));
    }

    @Test
    void aServiceThatTakesTheConnectionAndHangsIsMissed() throws Exception {
        service.greetWith("");
        assertThat(questions.ask(imap()))
                .isEqualTo(new Answer.Missed("took the connection and did not answer within 400 ms"));
    }

    @Test
    void aDroppedFirstPacketIsMissedBeforeTheKernelSendsItAgain() throws Exception {
        service.goDeaf();
        long begin = System.nanoTime();
        // The kernel may still take one or two into its queue.
        Answer answer = questions.ask(imap());
        for (int more = 0; more < 5 && !answer.equals(new Answer.Missed("was not connected within 300 ms")); more++) {
            begin = System.nanoTime();
            answer = questions.ask(imap());
        }
        assertThat(answer).isEqualTo(new Answer.Missed("was not connected within 300 ms"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void aLineThatNeverEndsIsBounded() throws InterruptedException {
        service.greetWith("x".repeat(100_000));
        assertThat(questions.ask(smtp()))
                .isEqualTo(new Answer.Missed("greeted with '" + "x".repeat(60) + "...' instead of '220'"));
    }

    @Test
    void aCommandThatDoesNotEndIsEnded() throws InterruptedException {
        assertThat(questions.ask(new Probe.Command(List.of("sleep", "86400.25"))))
                .isEqualTo(new Answer.Missed("did not end within 400 ms"));
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("86400.25"))
                .forEach(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void aCommandThatIsNotThereIsMissed() throws InterruptedException {
        assertThat(questions.ask(new Probe.Command(List.of("/no/such/probe"))))
                .isInstanceOfSatisfying(
                        Answer.Missed.class,
                        missed -> assertThat(missed.reason()).startsWith("could not be started ("));
    }

    @Test
    void refusesAnAddressOrPathThatCouldEndALineOfTheProtocol() {
        assertThatThrownBy(() -> new Probe.Tcp("a\r\nb", 1)).hasMessageContaining("is a host name or an IP address");
        assertThatThrownBy(() -> new Probe.Http("a", 80, "/ HTTP/1.1\r\nX: y", OptionalInt.empty()))
                .hasMessageContaining("begins with a slash");
        assertThatThrownBy(() -> new Probe.Smtp("a", 0)).hasMessage("A probe's port is between 1 and 65535, not 0.");
        assertThatThrownBy(() -> new Probe.Command(List.of())).hasMessageContaining("at least the command's name");
    }

    private Probe tcp() {
        return new Probe.Tcp(HERE, service.port());
    }

    private Probe imap() {
        return new Probe.Imap(HERE, service.port());
    }

    private Probe smtp() {
        return new Probe.Smtp(HERE, service.port());
    }

    private Probe http(OptionalInt status) {
        return new Probe.Http(HERE, service.port(), "/health", status);
    }
}
