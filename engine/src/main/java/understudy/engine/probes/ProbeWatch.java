package understudy.engine.probes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import understudy.core.model.GroupId;
import understudy.engine.ports.OutageWatch;

/**
 * Measures outages as clients meet them: asks every probe many times a second, questions overlapping, and judges the answers in
 * the order in which they were asked for. Its own hiccups are told beside the outages that they touch.
 */
public final class ProbeWatch implements OutageWatch {
    private final MonotonicClock clock = new MonotonicClock();
    private final List<GroupProbes> probes;
    private final ProbeSettings settings;
    private final OutageListener listener;
    private final ExecutorService judge = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("probe-judge").factory());
    private final AtomicReference<@Nullable Asking> asking = new AtomicReference<>();
    private volatile List<GroupWatch> groups = List.of();
    private volatile Optional<HeldSessions> sessions = Optional.empty();

    /** Nothing is asked before {@link #start()}. */
    public ProbeWatch(List<GroupProbes> probes, ProbeSettings settings, OutageListener listener) {
        this.probes = List.copyOf(probes);
        if (probes.stream().map(GroupProbes::group).distinct().count() < probes.size()) {
            throw new IllegalArgumentException("A group has two lists of probes: make one of them.");
        }
        this.settings = settings;
        this.listener = listener;
    }

    @Override
    public void start() {
        Instant begin = clock.instant();
        List<GroupWatch> watched = new ArrayList<>();
        List<Lane> lanes = new ArrayList<>();
        for (GroupProbes one : probes) {
            GroupWatch group = new GroupWatch(one, begin, listener);
            watched.add(group);
            Numbers numbers = new Numbers();
            for (int place = 0; place < one.probes().size(); place++) {
                lanes.add(new Lane(group, numbers, place, one.probes().get(place), settings.atOnce()));
            }
        }
        Asking begun = new Asking(lanes, settings, clock, judge, this::stalled);
        if (!asking.compareAndSet(null, begun)) {
            throw new IllegalStateException("The probes are being asked already.");
        }
        groups = List.copyOf(watched);
        begun.start();
        sessions = Optional.of(new HeldSessions(lanes, settings, clock));
    }

    private void stalled(Stall stall) {
        groups.forEach(group -> group.stalled(stall));
    }

    @Override
    public List<Outage> outages() {
        return groups.stream()
                .flatMap(group -> group.outages().stream())
                .sorted(Comparator.comparing(Outage::from))
                .toList();
    }

    /** The misses that stood alone between good answers, which are no outages. */
    public List<SingleMiss> singleMisses() {
        return groups.stream()
                .flatMap(group -> group.singleMisses().stream())
                .sorted(Comparator.comparing(SingleMiss::at))
                .toList();
    }

    @Override
    public Optional<Boolean> answers(GroupId group) {
        return groups.stream()
                .filter(watch -> watch.group.equals(group))
                .findFirst()
                .flatMap(GroupWatch::answers);
    }

    /**
     * Breaks off the questions that are under way; what was answered before is judged, and can still be read after. Not to be
     * called by the listener.
     */
    @Override
    public void close() {
        sessions.ifPresent(HeldSessions::close);
        Asking begun = asking.get();
        if (begun != null) {
            begun.close();
        }
        judge.close();
    }
}
