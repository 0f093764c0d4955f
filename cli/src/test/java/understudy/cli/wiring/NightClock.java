package understudy.cli.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.State;
import understudy.core.site.MemberName;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteState;
import understudy.engine.ports.RunListener;
import understudy.engine.site.SiteListener;

/** A site's clock by which each member takes two hours, and nights pass while nobody is under way. */
final class NightClock implements InstantSource, SiteListener {
    private static final Duration MEMBER = Duration.ofHours(2);
    private static final Duration IDLE = Duration.ofMinutes(2);

    private Instant now;
    private int underWay;

    NightClock(Instant begin) {
        this.now = begin;
    }

    @Override
    public synchronized Instant instant() {
        now = underWay == 0 ? now.plus(IDLE) : now;
        return now;
    }

    @Override
    public synchronized void recorded(SiteEvent event, SiteState state) {
        if (event instanceof SiteEvent.MemberBegan) {
            underWay++;
        } else if (event instanceof SiteEvent.MemberEnded) {
            underWay--;
            now = now.plus(MEMBER);
        }
    }

    /** Hears nothing of a member's run. */
    static RunListener silent(MemberName name) {
        return new RunListener() {
            @Override
            public void recorded(Event event, State state) {}

            @Override
            public void progress(StepId step, String sentence) {}

            @Override
            public void looked(ClusterSnapshot snapshot) {}
        };
    }
}
