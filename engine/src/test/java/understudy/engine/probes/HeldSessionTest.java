package understudy.engine.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.core.model.SessionCut;

class HeldSessionTest {
    private static final ProbeSettings SETTINGS =
            new ProbeSettings(20, Duration.ofMillis(800), Duration.ofMillis(500), 64);

    private final List<SessionCut> cuts = new CopyOnWriteArrayList<>();
    private TalkingService service;
    private Thread session;

    @BeforeEach
    void hold() throws IOException {
        service = new TalkingService();
        Probe.Imap probe = new Probe.Imap(InetAddress.getLoopbackAddress().getHostAddress(), service.port());
        session = Thread.ofVirtual()
                .start(new HeldSession(
                        probe, Dialogue.of(probe).orElseThrow(), SETTINGS, new MonotonicClock(), cuts::add));
        await().until(() -> service.answered.get() >= 3);
    }

    @AfterEach
    void end() throws Exception {
        session.interrupt();
        assertThat(session.join(Duration.ofSeconds(10))).isTrue();
        service.close();
    }

    @Test
    void oneConnectionIsAskedAgainAndAgain() {
        await().until(() -> service.answered.get() >= 10);
        assertThat(service.connections.get()).isEqualTo(1);
        assertThat(cuts).isEmpty();
    }

    @Test
    void aServiceThatGoesAwayCutsOffFromTheFirstUnansweredCommandOn() throws Exception {
        Instant before = Instant.now();
        service.close();
        await().until(() -> cuts.size() == 1);
        assertThat(cuts.getFirst().probe()).startsWith("imap ");
        assertThat(cuts.getFirst().unanswered())
                .isBetween(before.minus(SETTINGS.interval().multipliedBy(4)), Instant.now());
    }

    @Test
    void silenceIsACutToo() {
        Instant before = Instant.now();
        service.fallSilent(true);
        await().until(() -> !cuts.isEmpty());
        assertThat(cuts.getFirst().unanswered())
                .isBetween(before.minus(SETTINGS.interval().multipliedBy(4)), Instant.now());
        int answered = service.answered.get();
        service.fallSilent(false);
        await().until(() -> service.answered.get() >= answered + 5);
        assertThat(cuts).hasSize(1);
    }

    @Test
    void aSessionThatTheServiceReplacesIsNoCut() throws Exception {
        service.hangUp();
        await().until(() -> service.connections.get() == 2 && service.answered.get() >= 10);
        assertThat(cuts).isEmpty();
    }

    @Test
    void whenWeEndItNothingIsTold() throws Exception {
        session.interrupt();
        assertThat(session.join(Duration.ofSeconds(10))).isTrue();
        assertThat(cuts).isEmpty();
    }
}
