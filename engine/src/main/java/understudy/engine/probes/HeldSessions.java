package understudy.engine.probes;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One held session for each probe that can hold one, each on a virtual thread of its own. */
final class HeldSessions implements AutoCloseable {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("session-", 0).factory());

    HeldSessions(List<Lane> lanes, ProbeSettings settings, MonotonicClock clock) {
        for (Lane lane : lanes) {
            if (lane.probe instanceof Probe.Network network) {
                Dialogue.of(network)
                        .map(dialogue -> new HeldSession(network, dialogue, settings, clock, lane.group::cut))
                        .ifPresent(threads::execute);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
