package understudy.core.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Ordered;
import understudy.core.model.StepId;
import understudy.core.planning.Plan;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;

/**
 * Where a run stands in the plan that it follows.
 *
 * @param revision how many plans were adopted; 0 before the first
 * @param stage the index of the stage that is being walked
 * @param done steps of this plan that have succeeded
 * @param missed steps of this plan that did not, since the last look
 * @param idleReplans adopted plans since anything new succeeded, the first plan not counted
 */
public record Walk(
        Optional<Plan> plan,
        String hash,
        int revision,
        int stage,
        List<StepId> done,
        List<StepId> missed,
        boolean mustLook,
        int idleReplans) {
    public Walk {
        done = List.copyOf(done);
        missed = List.copyOf(missed);
    }

    static Walk none() {
        return new Walk(Optional.empty(), "", 0, 0, List.of(), List.of(), true, 0);
    }

    Walk adopted(Plan newPlan, String newHash) {
        int idle = revision == 0 ? 0 : idleReplans + 1;
        return new Walk(Optional.of(newPlan), newHash, revision + 1, 0, List.of(), List.of(), false, idle);
    }

    Walk confirmed() {
        return new Walk(plan, hash, revision, stage, done, List.of(), false, idleReplans);
    }

    Walk lookingAgain() {
        return new Walk(plan, hash, revision, stage, done, missed, true, idleReplans);
    }

    /** What has succeeded before is no progress when it does so again. */
    Walk succeeded(StepId step, boolean isNew) {
        return new Walk(plan, hash, revision, stage, with(done, step), missed, mustLook, isNew ? 0 : idleReplans);
    }

    Walk missed(StepId step) {
        return new Walk(plan, hash, revision, stage, done, with(missed, step), true, idleReplans);
    }

    Walk stageEnded() {
        return new Walk(plan, hash, revision, stage + 1, done, missed, true, idleReplans);
    }

    Walk allowedToReplan() {
        return new Walk(plan, hash, revision, stage, done, missed, mustLook, 0);
    }

    Optional<Stage> current() {
        return plan.filter(adopted -> stage < adopted.stages().size())
                .map(adopted -> adopted.stages().get(stage));
    }

    /** The rest of each lane of the current stage: the lead alone while it lasts, then one for each track. */
    public List<List<Step>> lanes() {
        if (current().isEmpty()) {
            return List.of();
        }
        Stage now = current().get();
        List<Step> lead = rest(now.lead());
        if (!lead.isEmpty()) {
            return List.of(lead);
        }
        return now.tracks().stream()
                .map(track -> rest(track.steps()))
                .filter(lane -> !lane.isEmpty())
                .toList();
    }

    /** What is left of the plan, stage by stage; a stage of which nothing is left is not listed. */
    public List<Stage> rest() {
        if (plan.isEmpty()) {
            return List.of();
        }
        List<Stage> left = new ArrayList<>();
        List<Stage> stages = plan.get().stages();
        for (Stage each : stages.subList(Math.min(stage, stages.size()), stages.size())) {
            List<Stage.Track> tracks = each.tracks().stream()
                    .map(track -> new Stage.Track(track.node(), rest(track.steps())))
                    .filter(track -> !track.steps().isEmpty())
                    .toList();
            Stage remaining = new Stage(each.title(), rest(each.lead()), tracks, each.reason());
            if (!remaining.steps().isEmpty()) {
                left.add(remaining);
            }
        }
        return List.copyOf(left);
    }

    /** It is this step's turn in one of the lanes. */
    boolean isNext(StepId step) {
        return lanes().stream().anyMatch(lane -> lane.getFirst().id().equals(step));
    }

    Optional<Step> step(StepId id) {
        return plan.stream()
                .flatMap(adopted -> adopted.steps().stream())
                .filter(step -> step.id().equals(id))
                .findFirst();
    }

    private List<Step> rest(List<Step> steps) {
        return steps.stream().filter(step -> !done.contains(step.id())).toList();
    }

    private static List<StepId> with(List<StepId> steps, StepId step) {
        List<StepId> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return Ordered.copy(more);
    }
}
