package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import understudy.core.run.Books.MeasuredOutage;
import understudy.core.run.Event;
import understudy.engine.ports.ClusterDriver;
import understudy.engine.ports.History;
import understudy.engine.ports.OutageWatch;

/** Carries what the probes have measured into the journal, and what the cluster's own history says to it. */
final class OutageBook {
    /** A cluster begins to stop a service before a client can miss it. */
    private static final Duration BEFORE = Duration.ofSeconds(2);

    private final OutageWatch watch;
    private final ClusterDriver driver;
    private final Recorder recorder;
    private final InstantSource time;
    private final Set<OutageWatch.Outage> explained = new HashSet<>();

    OutageBook(OutageWatch watch, ClusterDriver driver, Recorder recorder, InstantSource time) {
        this.watch = watch;
        this.driver = driver;
        this.recorder = recorder;
        this.time = time;
    }

    /** Called where no client waits. */
    synchronized void write() {
        Instant now = time.instant();
        List<MeasuredOutage> known = recorder.state().books().outages();
        List<Event> news = new ArrayList<>();
        for (OutageWatch.Outage outage : watch.outages()) {
            Instant until = outage.until().orElse(now);
            if (!known.contains(new MeasuredOutage(outage.group(), outage.from(), until))) {
                news.add(new Event.OutageMeasured(now, outage.group(), outage.from(), until));
            }
            if (outage.until().isPresent() && explained.add(outage)) {
                explanation(outage, until).ifPresent(news::add);
            }
        }
        if (!news.isEmpty()) {
            recorder.record(news.toArray(Event[]::new));
        }
    }

    private Optional<Event> explanation(OutageWatch.Outage outage, Instant until) {
        History history = driver.history(outage.group(), outage.from().minus(BEFORE), until);
        boolean tells = !history.operations().isEmpty()
                || history.gap().isPresent()
                || !outage.sessions().isEmpty();
        return tells
                ? Optional.of(new Event.OutageExplained(
                        time.instant(),
                        outage.group(),
                        outage.from(),
                        history.operations(),
                        outage.sessions(),
                        history.gap()))
                : Optional.empty();
    }
}
