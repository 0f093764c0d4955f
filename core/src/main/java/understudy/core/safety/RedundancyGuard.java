package understudy.core.safety;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.core.procedure.Procedure;

/** A group that many nodes serve keeps the least number that its clients need, with every node of the stage absent. */
final class RedundancyGuard implements Guard {
    @Override
    public List<Finding> judge(GuardInput input) {
        boolean planned = input.fresh().procedure().visit() != Procedure.Visit.VACATED;
        if (!Disruption.takesNodeAway(input.step()) || planned || input.recovery()) {
            return List.of();
        }
        List<NodeId> away = Disruption.away(input);
        List<Finding> findings = new ArrayList<>();
        for (Group group : input.now().groups()) {
            boolean counts = group.placement() instanceof Placement.Spread && group.countsAsService();
            boolean accepted = input.fresh().policy().acceptedOutages().contains(group.id());
            boolean touched = group.serving().stream().anyMatch(away::contains);
            if (!counts || accepted) {
                continue;
            }
            if (group.health() == GroupHealth.UNKNOWN) {
                findings.add(blocked(input, group, "how many nodes serve it could not be seen"));
                continue;
            }
            long left = group.serving().stream()
                    .filter(node -> !away.contains(node))
                    .count();
            if (touched && left < group.least()) {
                findings.add(blocked(
                        input,
                        group,
                        "it would be served by " + left + " of the " + group.least() + " nodes that it needs"));
            }
        }
        return findings;
    }

    private static Finding blocked(GuardInput input, Group group, String why) {
        return Finding.error(
                "REDUNDANCY-WOULD-BE-LOST",
                group.id().value(),
                input.step().id() + " does not start, because of " + group.id() + ": " + why + ".",
                "Bring more nodes that serve it back, or accept its outage by name in the policy.");
    }
}
