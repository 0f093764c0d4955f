package understudy.engine.probes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import understudy.core.model.GroupId;
import understudy.core.model.SessionCut;
import understudy.engine.ports.OutageWatch.Outage;

/**
 * Turns the answers of one group's probes, in the order of their questions, into outages: from the last good answer before two
 * consecutive misses of any probe, to the first instant at which all its probes answer. It reads no clock and asks nothing.
 */
final class OutageTracker {
    private static final int MISSES_OF_AN_OUTAGE = 2;

    /** Bounds what a service that fails now and then can make us remember. */
    private static final int KEPT = 1_000;

    /** A command that was sent before the last good answer to a probe may still be the first that was not answered. */
    private static final Duration EARLIEST = Duration.ofMillis(200);

    private final GroupId group;
    private final Instant begin;
    private final List<ProbeRecord> probes;
    private final List<MeasuredOutage> outages = new ArrayList<>();
    private final List<SingleMiss> singles = new ArrayList<>();
    private final List<SessionCut> cuts = new ArrayList<>();
    private final Stalls stalls = new Stalls();
    private @Nullable MeasuredOutage open;
    private Instant servedSince;

    /** @param begin when measuring began: the first instant of an outage that was there before us */
    OutageTracker(GroupId group, List<String> probes, Instant begin) {
        this.group = group;
        this.probes = probes.stream().map(ProbeRecord::new).toList();
        this.begin = begin;
        this.servedSince = begin;
    }

    void accept(ProbeAnswer answer) {
        ProbeRecord probe = probes.get(answer.probe());
        switch (answer.answer()) {
            case Answer.Good() -> good(probe, answer.sent());
            case Answer.Missed(String reason) -> missed(probe, answer.sent(), reason);
        }
    }

    void stalled(Stall stall) {
        stalls.add(stall);
    }

    boolean isOpen() {
        return open != null;
    }

    /** In order; the last may still be open. */
    List<Outage> outages() {
        return outages.stream()
                .map(outage -> outage.told(
                        stalls,
                        cuts.stream().filter(cut -> outage.holds(cut, EARLIEST)).toList()))
                .toList();
    }

    /** A session that was held has ended. */
    void cut(SessionCut cut) {
        if (cuts.size() < KEPT) {
            cuts.add(cut);
        }
    }

    /** The first thousand misses that stood alone while the group was served. */
    List<SingleMiss> singleMisses() {
        return List.copyOf(singles);
    }

    private void good(ProbeRecord probe, Instant sent) {
        if (open == null && probe.misses() == 1 && singles.size() < KEPT) {
            singles.add(new SingleMiss(group, probe.missedAt(), probe.name, probe.firstReason()));
        }
        probe.good(sent);
        if (open != null && probes.stream().allMatch(ProbeRecord::answers)) {
            end(open);
        }
    }

    private void end(MeasuredOutage outage) {
        servedSince = probes.stream()
                .map(ProbeRecord::goodSince)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(begin);
        outage.endedAt(servedSince);
        open = null;
    }

    private void missed(ProbeRecord probe, Instant sent, String reason) {
        probe.missed(sent, reason);
        if (probe.misses() < MISSES_OF_AN_OUTAGE) {
            return;
        }
        MeasuredOutage outage = opened(probe.lastGoodOr(begin));
        if (probe.misses() == MISSES_OF_AN_OUTAGE) {
            outage.missed(probe.name, probe.firstReason(), 1);
        }
        outage.missed(probe.name, reason, 1);
    }

    /** Two outages of a group never overlap: the last one ended with an instant at which all its probes answered. */
    private MeasuredOutage opened(Instant lastGood) {
        Instant from = lastGood.isBefore(servedSince) ? servedSince : lastGood;
        if (open == null) {
            open = new MeasuredOutage(group, from);
            outages.add(open);
        }
        open.beganBy(from);
        return open;
    }
}
