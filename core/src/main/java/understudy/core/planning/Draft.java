package understudy.core.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.planning.Plan.PlannedOutage;
import understudy.core.procedure.ProcedureStep;

/** A plan while it is being written: the stages so far, and what they mean for the users. */
final class Draft {
    final PlanningInput input;
    final DoneSteps done;
    final List<Stage> stages = new ArrayList<>();
    final List<PlannedOutage> outages = new ArrayList<>();
    final List<Finding> warnings = new ArrayList<>();
    final List<String> redundancy = new ArrayList<>();
    final List<String> gap = new ArrayList<>();

    Draft(PlanningInput input, DoneSteps done) {
        this.input = input;
        this.done = done;
    }

    /** The number that the stage that is being written will have. */
    int stageNumber() {
        return stages.size() + 1;
    }

    Duration expected(ProcedureStep step) {
        return input.records().expected().getOrDefault(step.id(), step.expected());
    }

    Duration expected() {
        Duration sum = Duration.ZERO;
        for (Stage stage : stages) {
            sum = sum.plus(sum(stage.lead()));
            Duration longest = Duration.ZERO;
            for (Stage.Track track : stage.tracks()) {
                Duration own = sum(track.steps());
                longest = own.compareTo(longest) > 0 ? own : longest;
            }
            sum = sum.plus(longest);
        }
        return sum;
    }

    private Duration sum(List<Step> steps) {
        return steps.stream().map(step -> expected(step.source())).reduce(Duration.ZERO, Duration::plus);
    }

    /** A step about a node. */
    Step ofNode(ProcedureStep source, NodeId node, List<Condition> needs, List<Condition> proves, String reason) {
        return new Step(
                done.next(DoneSteps.key(source.id(), node)),
                source,
                Optional.of(node),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                needs,
                proves,
                List.of(),
                reason);
    }

    /** A step about what a node may do with a group. */
    Step ofRight(ProcedureStep source, GroupId group, NodeId node, List<Condition> proves, String reason) {
        return new Step(
                done.next(DoneSteps.key(source.id(), group, node)),
                source,
                Optional.of(node),
                Optional.of(group),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                proves,
                List.of(),
                reason);
    }

    /** A step about the whole cluster. */
    Step ofCluster(ProcedureStep source, List<Condition> proves, String reason) {
        return new Step(
                done.next(DoneSteps.key(source.id(), input.snapshot().cluster())),
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                proves,
                List.of(),
                reason);
    }

    static Step interrupting(Step step, List<Step.Interruption> interrupts) {
        return new Step(
                step.id(),
                step.source(),
                step.node(),
                step.group(),
                step.from(),
                step.destination(),
                step.needs(),
                step.proves(),
                interrupts,
                step.reason());
    }
}
