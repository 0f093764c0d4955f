package understudy.core.safety;

import java.util.List;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.NodeId;
import understudy.core.procedure.Verb;

/** A handover carries the owner that it expects: a group that somebody else has moved is not moved again (safety rule 5). */
final class OwnerGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        boolean handsOver = input.step().verb() instanceof Verb.HandOver
                || (input.step().verb() instanceof Verb.StopGroup && input.atTheDoor());
        Optional<NodeId> from = input.step().from();
        Optional<Group> group = input.step().group().flatMap(input.now()::group);
        if (!handsOver || from.isEmpty() || group.isEmpty()) {
            return List.of();
        }
        List<NodeId> serving = group.get().serving();
        boolean there = input.step().destination().filter(serving::contains).isPresent();
        boolean down = serving.isEmpty() && input.insideOutage();
        if (serving.contains(from.get()) || there || down) {
            return List.of();
        }
        String where = serving.isEmpty() ? "is served nowhere" : "is on " + serving.getFirst();
        return List.of(Finding.error(
                "OWNER-CHANGED",
                group.get().id().value(),
                input.step().id() + " does not start, because " + group.get().id() + " " + where + " and not on "
                        + from.get() + " as the plan expects.",
                "Resume: the rest is planned again from where the group is now."));
    }
}
