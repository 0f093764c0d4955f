package understudy.cli.wiring;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.NodeId;
import understudy.core.planning.Plan;
import understudy.core.planning.Step;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.driver.simulated.scenario.Trigger;

/** Reads {@code FAULT[:NODE]@STEP}: what goes wrong, where, and during which step of the plan. */
final class FaultWords {
    /** They lie in wait, so that the step must meet them at its beginning. */
    private static final List<FaultKind> GROUP_FAULTS = List.of(FaultKind.START_FAILS, FaultKind.STOP_HANGS);

    private final Plan plan;
    private final ClusterSnapshot snapshot;

    FaultWords(Plan plan, ClusterSnapshot snapshot) {
        this.plan = plan;
        this.snapshot = snapshot;
    }

    Fault read(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new TwinOffice.Misfit(
                    "\"" + text + "\" names no step: write it as FAULT@STEP, with a step of the plan, such as"
                            + " node-power-loss@" + plan.steps().getFirst().id() + ".");
        }
        String[] left = text.substring(0, at).split(":", 2);
        Step step = step(text.substring(at + 1));
        FaultKind kind = kind(left[0]);
        Optional<NodeId> node = left.length == 2
                ? Optional.of(node(left[1]))
                : step.destination().or(step::node);
        try {
            return new Fault(kind, trigger(kind, step), node, step.group(), "", Optional.empty(), true);
        } catch (IllegalArgumentException incomplete) {
            throw new TwinOffice.Misfit("\"" + text + "\" does not fit the step " + step.id() + ": "
                    + incomplete.getMessage() + " Choose a step that has one.");
        }
    }

    private static FaultKind kind(String word) {
        List<FaultKind> known = Arrays.stream(FaultKind.values())
                .filter(kind -> kind != FaultKind.CALLER_DIES && kind != FaultKind.VOTER_LOST)
                .toList();
        return known.stream()
                .filter(kind -> kind.written().equals(word))
                .findFirst()
                .orElseThrow(() -> new TwinOffice.Misfit("A rehearsal does not know the fault \"" + word
                        + "\": known are "
                        + known.stream().map(FaultKind::written).collect(Collectors.joining(", ")) + "."));
    }

    private Step step(String id) {
        return plan.steps().stream()
                .filter(step -> step.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new TwinOffice.Misfit("The plan has no step \"" + id + "\": it has "
                        + plan.steps().stream().map(step -> step.id().value()).collect(Collectors.joining(", "))
                        + "."));
    }

    private NodeId node(String name) {
        return snapshot.nodes().stream()
                .map(node -> node.id())
                .filter(node -> node.value().equals(name))
                .findFirst()
                .orElseThrow(() -> new TwinOffice.Misfit("The cluster has no node \"" + name + "\": it has "
                        + snapshot.nodes().stream()
                                .map(node -> node.id().value())
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    /** The plan's step among those with its verb and subject; a fault of the cluster comes in its midst. */
    private Trigger trigger(FaultKind kind, Step step) {
        int occurrence = 1;
        for (Step other : plan.steps()) {
            if (other.id().equals(step.id())) {
                break;
            }
            if (verb(other).equals(verb(step)) && subjects(other).anyMatch(subject(step)::equals)) {
                occurrence++;
            }
        }
        Duration delay = kind.isOfStep() || GROUP_FAULTS.contains(kind)
                ? Duration.ZERO
                : step.source().expected().dividedBy(2);
        return new Trigger.AtStep(verb(step), subject(step), occurrence, delay);
    }

    private static String subject(Step step) {
        return subjects(step).findFirst().orElse("");
    }

    private static Stream<String> subjects(Step step) {
        return Stream.of(
                        step.destination().map(NodeId::value),
                        step.node().map(NodeId::value),
                        step.group().map(Object::toString))
                .flatMap(Optional::stream);
    }

    private static String verb(Step step) {
        return step.verb()
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "-$1")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
