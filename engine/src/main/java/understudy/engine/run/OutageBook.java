package understudy.engine.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import understudy.core.run.Books.MeasuredOutage;
import understudy.core.run.Event;
import understudy.engine.ports.OutageWatch;

/** Carries what the probes have measured into the journal. */
final class OutageBook {
    private final OutageWatch watch;
    private final Recorder recorder;
    private final InstantSource time;

    OutageBook(OutageWatch watch, Recorder recorder, InstantSource time) {
        this.watch = watch;
        this.recorder = recorder;
        this.time = time;
    }

    void write() {
        Instant now = time.instant();
        List<MeasuredOutage> known = recorder.state().books().outages();
        List<Event> news = new ArrayList<>();
        for (OutageWatch.Outage outage : watch.outages()) {
            Instant until = outage.until().orElse(now);
            if (!known.contains(new MeasuredOutage(outage.group(), outage.from(), until))) {
                news.add(new Event.OutageMeasured(now, outage.group(), outage.from(), until));
            }
        }
        if (!news.isEmpty()) {
            recorder.record(news.toArray(Event[]::new));
        }
    }
}
