package understudy.core.run;

import java.util.List;
import java.util.stream.Collectors;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;

/** How a run ends that has taken nodes back: with why, and with which of them have their packages again. */
final class Return {
    private final State state;

    Return(State state) {
        this.state = state;
    }

    Action.Finish end(Event.NothingLeft found) {
        String why = state.wishes().back().ends().orElseThrow();
        if (found.incomplete()) {
            String notes = found.notes().stream().map(Finding::toString).collect(Collectors.joining(" "));
            return new Action.Finish(
                    RunResult.FAILED,
                    (why + " Not every node could be taken back to the packages that it had. " + notes).strip()
                            + " Resume the run when they are there again.");
        }
        List<NodeId> back = state.takenBack();
        String names = back.stream().map(NodeId::value).collect(Collectors.joining(" and "));
        return new Action.Finish(
                RunResult.TAKEN_BACK,
                back.isEmpty()
                        ? why + " No node had been changed, so that none had to be taken back."
                        : why + " " + names + (back.size() == 1 ? " was" : " were")
                                + " taken back to the packages that " + (back.size() == 1 ? "it" : "they")
                                + " had. A new run patches the cluster; leave out of its patch what is bad.");
    }
}
