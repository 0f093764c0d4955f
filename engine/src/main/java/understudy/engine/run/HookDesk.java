package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.run.Event;
import understudy.core.run.OutagePath;
import understudy.core.run.RunHeader;
import understudy.core.run.RunResult;
import understudy.core.run.State;
import understudy.engine.ports.Hooks;
import understudy.engine.ports.Hooks.Call;
import understudy.engine.ports.Hooks.Moment;
import understudy.engine.ports.RunTime;

/** Knows when the site's hooks are called, and remembers for this process what they have agreed to. */
final class HookDesk {
    /** A hook that has said no is not asked at every look. */
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Hooks hooks;
    private final Recorder recorder;
    private final RunTime time;
    private final Set<String> agreed = new HashSet<>();
    private final Map<String, No> refused = new HashMap<>();
    private boolean begun;

    /** The hooks' answer. */
    sealed interface Consent {
        /** Nobody was asked just now, so that the step may begin on the look that the guards have judged. */
        record Given() implements Consent {}

        /** A hook was asked, which takes its time: what the guards have seen is old by now. */
        record JustGiven() implements Consent {}

        record Refused(List<Finding> why) implements Consent {}
    }

    private record No(Instant at, List<Finding> findings) {}

    HookDesk(Hooks hooks, Recorder recorder, RunTime time) {
        this.hooks = hooks;
        this.recorder = recorder;
        this.time = time;
    }

    /** What the hooks say to the step, which nothing else forbids; called where no client waits. */
    synchronized Consent consent(Step step) {
        int known = agreed.size();
        List<Finding> no = forbid(step);
        if (!no.isEmpty()) {
            return new Consent.Refused(no);
        }
        boolean asked = agreed.size() != known;
        begun |= !asked;
        return asked ? new Consent.JustGiven() : new Consent.Given();
    }

    private List<Finding> forbid(Step step) {
        List<Finding> no = asked(Moment.BEFORE_RUN, Optional.empty(), List.of());
        if (no.isEmpty() && track(step).isPresent()) {
            no = asked(Moment.BEFORE_NODE, step.node(), List.of());
        }
        if (no.isEmpty() && OutagePath.isDoor(step)) {
            no = asked(Moment.BEFORE_OUTAGE, step.node(), groups(step));
        }
        return no;
    }

    /** Tells of what has ended with this step, and records what tellings have come to nothing. */
    synchronized void ended(Step step, boolean succeeded) {
        boolean wasPath = OutagePath.isDoor(step) || OutagePath.isInside(step);
        if (wasPath && !OutagePath.isOn(recorder.state())) {
            groups(step).forEach(group -> told(Moment.AFTER_OUTAGE, step.node(), Optional.of(group)));
        }
        boolean last = track(step)
                .filter(track -> track.steps().getLast().equals(step))
                .isPresent();
        if (last && succeeded) {
            told(Moment.AFTER_NODE, step.node(), Optional.empty());
        }
        report(false);
    }

    /** Tells of the run's end, and waits for what is still being told. */
    synchronized void ended(RunResult result) {
        if (begun) {
            hooks.tell(call(Moment.AFTER_RUN, Optional.empty(), Optional.empty(), Optional.of(result.name())));
        }
        report(true);
    }

    private List<Finding> asked(Moment moment, Optional<NodeId> node, List<GroupId> groups) {
        String key = key(moment, node) + groups;
        if (!hooks.has(moment) || agreed.contains(key)) {
            return List.of();
        }
        No last = refused.get(key);
        Instant now = time.instant();
        if (last != null && now.isBefore(last.at().plus(AGAIN))) {
            return last.findings();
        }
        List<Finding> no = groups.isEmpty()
                ? hooks.ask(call(moment, node, Optional.empty(), Optional.empty()))
                : groups.stream()
                        .flatMap(group -> hooks.ask(call(moment, node, Optional.of(group), Optional.empty())).stream())
                        .toList();
        if (no.isEmpty()) {
            agreed.add(key);
            refused.remove(key);
        } else {
            refused.put(key, new No(time.instant(), no));
        }
        return no;
    }

    private void told(Moment moment, Optional<NodeId> node, Optional<GroupId> group) {
        hooks.tell(call(moment, node, group, Optional.empty()));
        Moment before = moment == Moment.AFTER_NODE ? Moment.BEFORE_NODE : Moment.BEFORE_OUTAGE;
        agreed.removeIf(key -> key.startsWith(key(before, node)));
    }

    private void report(boolean toTheEnd) {
        hooks.failures(toTheEnd).forEach(finding -> recorder.record(new Event.Warned(time.instant(), finding)));
    }

    private Call call(Moment moment, Optional<NodeId> node, Optional<GroupId> group, Optional<String> result) {
        RunHeader header = recorder.state().header().orElseThrow();
        return new Call(moment, header.run(), header.cluster(), node, group, result, time.instant());
    }

    private Optional<Stage.Track> track(Step step) {
        State state = recorder.state();
        return state.walk().plan().stream()
                .flatMap(plan -> plan.stages().stream())
                .flatMap(stage -> stage.tracks().stream())
                .filter(track ->
                        track.steps().contains(step) && track.steps().stream().anyMatch(HookDesk::visits))
                .findFirst();
    }

    /** Preparations touch nodes too, and are no visits. */
    private static boolean visits(Step step) {
        return switch (step.source().where()) {
            case NODE -> true;
            case EACH_NODE, DESTINATION, ANY_NODE, CONTROLLER, OPERATOR -> false;
        };
    }

    private static List<GroupId> groups(Step step) {
        List<GroupId> interrupted =
                step.interrupts().stream().map(Step.Interruption::group).toList();
        return interrupted.isEmpty() ? step.group().stream().toList() : interrupted;
    }

    private static String key(Moment moment, Optional<NodeId> node) {
        return moment + " " + node.map(NodeId::value).orElse("") + " ";
    }
}
