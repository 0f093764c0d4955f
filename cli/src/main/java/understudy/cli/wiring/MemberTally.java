package understudy.cli.wiring;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupId;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.State;
import understudy.core.site.MemberOutage;
import understudy.engine.ports.RunListener;

/** Counts what a member's users notice, against what its first plan has said of it. */
final class MemberTally implements RunListener {
    /** What it counts. */
    static final List<Class<? extends Event>> COUNTED = List.of(Event.PlanAdopted.class, Event.OutageMeasured.class);

    private record Outset(GroupId group, Instant from) {}

    private final RunListener next;
    /** By group and beginning: an outage that is looked at again later is the same one. */
    private final Map<Outset, MemberOutage> outages = new LinkedHashMap<>();

    private Optional<Integer> planned = Optional.empty();

    MemberTally(RunListener next) {
        this.next = next;
    }

    /** What an earlier process has recorded of the run. */
    void before(List<Event> events) {
        events.forEach(this::count);
    }

    synchronized List<MemberOutage> outages() {
        return List.copyOf(outages.values());
    }

    /** More outages than were planned are a finding, however well the run has ended. */
    synchronized Optional<String> unexplained() {
        int expected = planned.orElse(0);
        return outages.size() > expected
                ? Optional.of((outages.size() == 1 ? "1 outage was" : outages.size() + " outages were")
                        + " measured where its plan had " + expected + ".")
                : Optional.empty();
    }

    @Override
    public void recorded(Event event, State known) {
        count(event);
        next.recorded(event, known);
    }

    @Override
    public void progress(StepId step, String sentence) {
        next.progress(step, sentence);
    }

    @Override
    public void looked(ClusterSnapshot snapshot) {
        next.looked(snapshot);
    }

    private synchronized void count(Event event) {
        if (event instanceof Event.OutageMeasured measured) {
            outages.put(
                    new Outset(measured.group(), measured.from()),
                    new MemberOutage(measured.group(), measured.from(), measured.until()));
        } else if (event instanceof Event.PlanAdopted adopted && planned.isEmpty()) {
            planned = Optional.of(adopted.plan().outages().size());
        }
    }
}
