package understudy.core.planning;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.Node;
import understudy.core.model.PatchState;
import understudy.core.model.Quorum;
import understudy.core.model.RestartNeed;
import understudy.core.procedure.Procedure;

/** What forbids a plan before any search, and what an operator should know before it starts. */
final class Admission {
    private final PlanningInput input;
    private final List<NodeWork> works;
    private final List<Finding> findings = new ArrayList<>();

    private Admission(Situation situation) {
        this.input = situation.input();
        this.works = situation.works();
    }

    static List<Finding> findings(Situation situation) {
        var admission = new Admission(situation);
        situation
                .underWay()
                .forEach(handover -> handover.hindrance(situation.input()).ifPresent(admission.findings::add));
        admission.procedure();
        admission.cluster();
        admission.works.forEach(admission::node);
        admission.input.snapshot().groups().forEach(admission::group);
        admission.input.snapshot().groups().forEach(admission::fence);
        admission.marks();
        return List.copyOf(admission.findings);
    }

    private void procedure() {
        Procedure procedure = input.procedure();
        ClusterSnapshot snapshot = input.snapshot();
        if (!procedure.platform().equals(snapshot.platform())) {
            findings.add(Finding.error(
                    "WRONG-PLATFORM",
                    snapshot.cluster(),
                    "Procedure " + procedure.id() + " is for " + procedure.platform() + ", but " + snapshot.cluster()
                            + " is " + snapshot.platform() + ".",
                    "Choose a procedure for " + snapshot.platform() + "; `understudy procedures list` shows them."));
        } else if (!procedure.kinds().isEmpty() && !procedure.kinds().contains(snapshot.kind())) {
            findings.add(Finding.error(
                    "WRONG-KIND",
                    snapshot.cluster(),
                    "Procedure " + procedure.id() + " is for clusters of the kind "
                            + String.join(", ", procedure.kinds()) + ", but " + snapshot.cluster() + " is of the kind "
                            + (snapshot.kind().isEmpty() ? "that has no name" : snapshot.kind()) + ".",
                    "Choose a procedure for this kind; `understudy procedures list` shows them."));
        }
    }

    private void cluster() {
        ClusterSnapshot snapshot = input.snapshot();
        Quorum quorum = snapshot.quorum();
        if (!quorum.held() && !(quorum.rule() instanceof Quorum.Rule.NotNeeded)) {
            findings.add(Finding.error(
                    "NO-QUORUM",
                    snapshot.cluster(),
                    "The cluster " + snapshot.cluster() + " has no quorum, so that it can place no group.",
                    "Bring lost nodes or voters back, then plan again."));
        }
        if (snapshot.maintenance()) {
            findings.add(Finding.error(
                    "CLUSTER-IN-MAINTENANCE",
                    snapshot.cluster(),
                    "The whole cluster " + snapshot.cluster()
                            + " is in maintenance, and what is in maintenance is not touched.",
                    "End the cluster's maintenance, then plan again."));
        }
        boolean nothingKnown = works.stream().allMatch(work -> work.node().patch() instanceof PatchState.Unknown);
        if (nothingKnown) {
            findings.add(Finding.error(
                    "NOTHING-KNOWN",
                    snapshot.cluster(),
                    "Of no node of " + snapshot.cluster() + " could be seen whether it has the patch.",
                    "See that the nodes can be reached, then plan again."));
        }
    }

    private void node(NodeWork work) {
        Node node = work.node();
        String id = node.id().value();
        boolean back = NodeWork.isTakenBack(node.id(), input);
        if (input.records().targets().onlyBack() && !back) {
            return;
        }
        if (!back && input.records().skipped().contains(node.id())) {
            if (work.needed()) {
                findings.add(Finding.warning(
                        "NODE-SKIPPED",
                        id,
                        id + " was taken out of this run by its operator and stays as it is.",
                        work.open() ? "Release what this run holds on it by hand, once it is consistent." : ""));
            }
            return;
        }
        if (node.maintenance()) {
            findings.add(Finding.warning(
                    "NODE-IN-MAINTENANCE",
                    id,
                    id + " is in maintenance and is not touched.",
                    "End its maintenance and run again to patch it."));
            return;
        }
        if (!back && node.patch() instanceof PatchState.Broken(String reason, String remedy)) {
            findings.add(Finding.error(
                    "PACKAGES-BROKEN", id, "An installation on " + id + " is half done: " + reason, remedy));
            return;
        }
        if (!node.membership().isMember() && !work.open()) {
            findings.add(Finding.warning(
                    "NODE-ABSENT",
                    id,
                    id + " is not a settled member of the cluster (" + words(node) + ") and cannot be patched now.",
                    "Bring it back and run again to patch it."));
            return;
        }
        if (node.patch() instanceof PatchState.Unknown(String reason)) {
            findings.add(
                    work.open()
                            ? Finding.error(
                                    "NODE-NOT-BACK",
                                    id,
                                    "This run has begun to patch " + id + " and cannot see it now: " + reason,
                                    "Bring " + id + " back, then resume.")
                            : Finding.warning(
                                    "NODE-UNKNOWN",
                                    id,
                                    "Whether " + id + " has the patch could not be seen: " + reason,
                                    "See that it can be reached and run again to patch it."));
            return;
        }
        restart(work);
        if (node.drained() && !NodeWork.drainedByUs(node.id(), input)) {
            findings.add(Finding.warning(
                    "FOREIGN-DRAIN",
                    id,
                    id + " is drained, and not by this run: it takes no group, and it stays drained.",
                    "Release it by hand if it is to take groups."));
        }
    }

    private void restart(NodeWork work) {
        Node node = work.node();
        String id = node.id().value();
        if (work.needed()) {
            return;
        }
        if (node.restart() instanceof RestartNeed.Needed(String reason)) {
            findings.add(Finding.warning(
                    "RESTART-STILL-ASKED",
                    id,
                    id + " has the patch and still asks for a restart, which this run does not do: " + reason,
                    "Look at the reason, and restart it when it may be absent."));
        }
        if (node.restart() instanceof RestartNeed.Unknown(String reason)) {
            findings.add(Finding.warning(
                    "RESTART-UNKNOWN",
                    id,
                    "Whether " + id + " asks for a restart could not be seen: " + reason,
                    "See that it can be asked and run again."));
        }
    }

    private static String words(Node node) {
        return switch (node.membership()) {
            case MEMBER -> "a member";
            case JOINING -> "on its way in";
            case LEAVING -> "on its way out";
            case LEFT -> "out of the cluster";
            case LOST -> "lost";
            case UNKNOWN -> "not seen";
        };
    }

    private void group(Group group) {
        String id = group.id().value();
        if (!group.managed()) {
            findings.add(Finding.warning(
                    "GROUP-UNMANAGED",
                    id,
                    id + " was taken out of the cluster's hands and is not touched.",
                    "Give it back to the cluster if it is to be handed over."));
        }
        if (group.weight() > 0 && (group.health() == GroupHealth.FAILED || group.health() == GroupHealth.UNKNOWN)) {
            String state =
                    group.health() == GroupHealth.FAILED ? " is not served as it should be." : " could not be seen.";
            findings.add(Finding.warning("GROUP-NOT-ONLINE", id, id + state, "See why before the run begins."));
        }
    }

    /** What newer binaries have started stays with them: where it may be so, no node is taken back from under it. */
    private void fence(Group group) {
        boolean fenced = input.patch().versionFence() || input.procedure().versionFence();
        boolean only = input.records().targets().onlyBack();
        if (!fenced || group.weight() == 0) {
            return;
        }
        input.snapshot().nodes().stream()
                .filter(node -> group.serving().contains(node.id()))
                .filter(node -> NodeWork.isTakenBack(node.id(), input)
                        ? !node.patch().isPatched()
                        : only && node.patch().isPatched())
                .findFirst()
                .ifPresent(node -> findings.add(Finding.error(
                        "WAY-BACK-FENCED",
                        group.id().value(),
                        "No node is taken back, because newer binaries on " + node.id() + " have started " + group.id()
                                + ", and by the version fence of the patch it never goes to older ones.",
                        "Repair what is bad and go forward; `abort` ends the run as it stands.")));
    }

    private void marks() {
        List<String> own =
                input.records().ledger().stream().map(LedgerEntry::id).toList();
        for (Mark mark : input.snapshot().marks()) {
            boolean lock = mark.kind() == LedgerEntry.Kind.LOCK;
            if (!lock && !own.contains(mark.entry())) {
                findings.add(Finding.warning(
                        "FOREIGN-MARK",
                        mark.entry(),
                        "Run " + mark.run() + " has left " + mark.entry()
                                + " behind, which this run does not give back.",
                        "Resume run " + mark.run() + ", or give it back by hand: `understudy take-over " + mark.run()
                                + "` lists the commands."));
            }
        }
    }
}
