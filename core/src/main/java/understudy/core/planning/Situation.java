package understudy.core.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;

/** The input as it is read: what each node still needs, and which handovers were broken off. */
record Situation(PlanningInput input, DoneSteps done, List<NodeWork> works, List<HandoverUnderWay> underWay) {
    Situation {
        works = List.copyOf(works);
        underWay = List.copyOf(underWay);
    }

    static Situation of(PlanningInput input) {
        var done = new DoneSteps(input.records().done());
        List<NodeWork> works = input.snapshot().nodes().stream()
                .map(node -> NodeWork.of(node, input, done))
                .toList();
        return new Situation(input, done, works, HandoverUnderWay.all(input, done));
    }

    /** Where groups will be once the handovers that were broken off have gone forward. */
    Map<GroupId, NodeId> destinations() {
        Map<GroupId, NodeId> to = new LinkedHashMap<>();
        underWay.forEach(handover -> to.put(handover.group().id(), handover.to()));
        return to;
    }
}
