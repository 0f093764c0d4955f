package understudy.engine.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.core.model.GroupId;
import understudy.engine.ports.OutageWatch.Outage;

final class ProbeWatchTest {
    private static final String HERE = InetAddress.getLoopbackAddress().getHostAddress();
    private static final GroupId MAIL = new GroupId("mail");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Deadlines that a busy machine keeps, and a tolerance that stays well under them. */
    private static final ProbeSettings SETTINGS =
            new ProbeSettings(20, Duration.ofMillis(800), Duration.ofSeconds(2), 64);

    private static final Duration ROUGHLY = Duration.ofMillis(600);

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private LoopbackService imap;
    private LoopbackService smtp;
    private ProbeWatch watch;

    @BeforeEach
    void start() throws IOException {
        imap = new LoopbackService("* OK ready");
        smtp = new LoopbackService("220 ready");
        watch = new ProbeWatch(
                List.of(
                        new GroupProbes(
                                MAIL, List.of(new Probe.Imap(HERE, imap.port()), new Probe.Smtp(HERE, smtp.port()))),
                        new GroupProbes(new GroupId("silent"), List.of())),
                SETTINGS,
                new Recording());
        watch.start();
        await(() -> answering(true));
    }

    @AfterEach
    void close() throws IOException {
        watch.close();
        imap.close();
        smtp.close();
    }

    @Test
    void measuresARefusingServiceFromItsLastAnswerToItsFirst() throws Exception {
        Instant before = Instant.now();
        smtp.stop();
        await(() -> watch.outages().size() == 1);
        assertThat(watch.outages().getFirst().until()).isEmpty();
        assertThat(answering(false)).isTrue();
        Instant restarted = Instant.now();
        smtp.restart();
        await(() -> heard.size() == 2);

        Outage outage = watch.outages().getFirst();
        assertThat(outage.from()).isBetween(before.minus(ROUGHLY), before.plus(ROUGHLY));
        assertThat(outage.until().orElseThrow()).isBetween(restarted.minus(ROUGHLY), restarted.plus(ROUGHLY));
        assertThat(outage.detail()).startsWith("smtp " + HERE + ":" + smtp.port());
        assertThat(heard).containsExactly("began mail", "ended mail");
        await(() -> answering(true));
    }

    @Test
    void anAnswerBelongsToTheInstantAtWhichItWasAskedFor() throws Exception {
        Instant hung = Instant.now();
        imap.greetWith("");
        await(() -> watch.outages().size() == 1);
        Instant back = Instant.now();
        imap.greetWith("* OK ready");
        await(() -> heard.size() == 2);

        // Questions that hang are known to be missed only two seconds later; the outage has the service's times all the
        // same.
        Outage outage = watch.outages().getFirst();
        assertThat(outage.from()).isBetween(hung.minus(ROUGHLY), hung.plus(ROUGHLY));
        assertThat(outage.until().orElseThrow()).isBetween(back.minus(ROUGHLY), back.plus(ROUGHLY));
        assertThat(outage.detail()).contains("took the connection and did not answer within 2000 ms");
        assertThat(watch.outages()).hasSize(1);
    }

    @Test
    void aWrongAnswerIsAnOutageToo() {
        imap.greetWith("* BYE");
        await(() -> heard.contains("began mail"));
        assertThat(watch.outages().getFirst().detail()).contains("greeted with '* BYE' instead of '* OK'");
    }

    @Test
    void aLostFirstPacketInTheOutageIsNotAnsweredAfterIt() throws Exception {
        imap.goDeaf();
        await(() -> heard.contains("began mail"));
        Instant back = Instant.now();
        imap.restart();
        await(() -> heard.contains("ended mail"));
        assertThat(watch.outages().getFirst().until().orElseThrow()).isAfter(back.minus(ROUGHLY));
    }

    @Test
    void aGroupWithoutProbesIsNotSpokenOf() {
        assertThat(watch.answers(new GroupId("silent"))).isEmpty();
        assertThat(watch.answers(new GroupId("unheard-of"))).isEmpty();
        assertThat(watch.answers(MAIL)).contains(true);
        assertThat(watch.outages()).isEmpty();
    }

    @Test
    void closingBreaksOffHangingQuestionsAndKeepsWhatWasMeasured() throws Exception {
        imap.stop();
        await(() -> heard.contains("began mail"));
        smtp.greetWith("");
        long begin = System.nanoTime();
        watch.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(watch.outages()).hasSize(1).first().extracting(Outage::until).isEqualTo(Optional.empty());
    }

    private boolean answering(boolean expected) {
        return watch.answers(MAIL).equals(Optional.of(expected));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    private final class Recording implements OutageListener {
        @Override
        public void began(Outage outage) {
            heard.add("began " + outage.group());
        }

        @Override
        public void ended(Outage outage) {
            heard.add("ended " + outage.group());
        }
    }
}
