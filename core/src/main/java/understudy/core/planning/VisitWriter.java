package understudy.core.planning;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.Change;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry.Kind;
import understudy.core.model.Membership;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.planning.NodeWork.Restart;
import understudy.core.procedure.Procedure;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.Verb;

/** Writes the steps of one node's visit: the procedure's, in order, less what the look and the records show to be done. */
final class VisitWriter {
    private final Draft draft;
    private final NodeWork work;
    private final Node node;
    private final List<GroupId> withdrawn;
    private final boolean back;
    private final boolean drains;
    private final boolean staysOut;
    private final boolean mustBeVacant;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private boolean installed;
    private boolean granted;
    private boolean draining;
    private boolean left;

    /**
     * @param withdrawn groups that the node will have lost the right to host by then
     * @param staying groups go down with the node, so that it is not empty
     * @param staysOut the node joins the cluster again inside the handover that comes to it
     */
    VisitWriter(Draft draft, NodeWork work, List<GroupId> withdrawn, boolean staying, boolean staysOut) {
        this.draft = draft;
        this.work = work;
        this.staysOut = staysOut;
        this.node = work.node();
        this.back = NodeWork.isTakenBack(node.id(), draft.input);
        this.withdrawn = back && !draft.input.records().targets().onlyBack() ? List.of() : withdrawn;
        List<ProcedureStep> visit = draft.input.procedure().node();
        drains = visit.stream().anyMatch(step -> step.verb() instanceof Verb.Drain);
        boolean leaves = visit.stream()
                .anyMatch(step -> step.verb() instanceof Verb.LeaveCluster(var components) && components.isEmpty());
        mustBeVacant = (drains || leaves) && !staying && draft.input.procedure().visit() == Procedure.Visit.VACATED;
    }

    List<Step> write() {
        draining = NodeWork.drainedByUs(node.id(), draft.input);
        left = NodeWork.holds(Kind.MEMBERSHIP, node.id(), draft.input);
        for (ProcedureStep source : draft.input.procedure().node()) {
            write(source);
        }
        if (!granted) {
            grant();
        }
        return List.copyOf(steps);
    }

    private void write(ProcedureStep source) {
        NodeId id = node.id();
        switch (source.verb()) {
            case Verb.Install() -> {
                installed = true;
                if (work.install()) {
                    install(source);
                }
            }
            case Verb.Restart(boolean always) -> restart(source, always);
            case Verb.Drain() -> drain(source);
            case Verb.Release() -> release(source);
            case Verb.Verify() -> {
                if (work.disruptive() || !isDone(source)) {
                    keep(source, List.of(), List.of(new Condition.NodePatched(id)), Reasons.verify(node));
                }
                grant();
            }
            case Verb.LeaveCluster leave -> leave(source, leave);
            case Verb.RejoinCluster() -> rejoin(source);
            case Verb.Fetch() -> {
                if (work.install()
                        && !back
                        && (!isDone(source) || NodeWork.mustFetchAgain(source, id, draft.input, draft.done))) {
                    keep(source, List.of(), proven(), "Brings what " + id + " will install to it before it is needed.");
                }
            }
            case Verb.HoldService(String service, Verb.ServiceState state) -> {
                if (work.disruptive() && !isHeld(source)) {
                    keep(source, List.of(), proven(), Reasons.hold(service, state, node));
                }
            }
            case Verb.KeepSetting(String setting, String value, boolean _) -> {
                if (work.disruptive() && !isHeld(source)) {
                    keep(source, List.of(), proven(), Reasons.keep(setting, value, id));
                }
            }
            case Verb.GiveBack(String of) -> {
                if (kept.contains(of) || count(of) > count(source.id()) || holdsSomething()) {
                    keep(source, List.of(), proven(), "Gives back on " + id + " what the step " + of + " holds.");
                }
            }
            case Verb.Check _, Verb.Confirm _, Verb.SiteCommand _, Verb.Prepare() -> once(source);
            case Verb.Downgrade(),
                    Verb.StopGroup _,
                    Verb.StartGroup _,
                    Verb.UpgradeGroup(),
                    Verb.HandOver(),
                    Verb.AwaitHost(),
                    Verb.HoldRivals(),
                    Verb.WithdrawHosting(),
                    Verb.GrantHosting() -> {
                // They are about groups: a handover's, not a visit's; rivals are held off before anything moves; and no
                // procedure asks for
                // a downgrade.
            }
        }
    }

    private void install(ProcedureStep source) {
        List<Condition> proves = List.of(new Condition.NodePatched(node.id()));
        if (back) {
            keep(OwnSteps.downgrade(source), vacant(), proves, Reasons.downgrade(node));
        } else {
            keep(source, vacant(), proves, Reasons.install(node));
        }
    }

    private void restart(ProcedureStep source, boolean always) {
        Restart restart = NodeWork.restart(source.id(), always, node, draft.input, draft.done);
        if (restart == Restart.NONE) {
            return;
        }
        List<Condition> proves = new ArrayList<>();
        proves.add(
                restart == Restart.IF_ASKED
                        ? new Condition.NodeRestartedIfAsked(node.id())
                        : new Condition.NodeRestarted(node.id()));
        if (!left) {
            proves.add(new Condition.NodeIsMember(node.id()));
        }
        proves.add(new Condition.NodeNeedsNoRestart(node.id()));
        keep(source, vacant(), proves, Reasons.restart(restart, always, node));
    }

    private void drain(ProcedureStep source) {
        boolean foreign = node.drained() && !draining;
        boolean weightedOnly = draft.input.procedure().vacate() == Procedure.Vacate.WEIGHTED;
        boolean vacated = draining
                && node.drained()
                && draft.input.snapshot().servedBy(node.id()).stream()
                        .allMatch(group -> weightedOnly && group.weight() == 0);
        if (!work.disruptive() || foreign || vacated) {
            return;
        }
        draining = true;
        keep(source, List.of(), List.of(new Condition.NodeVacated(node.id(), weightedOnly)), Reasons.drain(node));
    }

    private void release(ProcedureStep source) {
        if (!granted) {
            grant();
        }
        if (!draining || staysOut) {
            return;
        }
        List<Condition> needs = List.of(new Condition.NodePatched(node.id()), new Condition.NodeIsMember(node.id()));
        keep(source, needs, List.of(new Condition.NodeReleased(node.id())), Reasons.release(node));
    }

    private void leave(ProcedureStep source, Verb.LeaveCluster leave) {
        boolean gone = left && node.membership() == Membership.LEFT;
        if (!work.disruptive() || gone) {
            return;
        }
        List<String> changing = changing(leave);
        if (!left && !leave.components().isEmpty() && changing.isEmpty()) {
            return;
        }
        left = true;
        // Where nothing drains the node, leaving is what empties it.
        List<Condition> needs = drains ? vacant() : List.of();
        keep(source, needs, List.of(new Condition.NodeHasLeft(node.id())), Reasons.leave(node, changing));
    }

    /** What the patch is still to change here of that for which the node has to leave. */
    private List<String> changing(Verb.LeaveCluster leave) {
        return node.patch() instanceof PatchState.Behind(var changes)
                        && !leave.components().isEmpty()
                ? changes.stream().map(Change::component).filter(leave::isFor).toList()
                : List.of();
    }

    private void rejoin(ProcedureStep source) {
        if (!left || staysOut) {
            return;
        }
        left = false;
        List<Condition> needs = List.of(new Condition.NodePatched(node.id()));
        keep(source, needs, List.of(new Condition.NodeIsMember(node.id())), Reasons.rejoin(node));
    }

    private void once(ProcedureStep source) {
        boolean before = !installed;
        if (back || isDone(source) || (before && !work.disruptive())) {
            return;
        }
        keep(source, List.of(), proven(), Reasons.once(source.verb(), node));
    }

    private void grant() {
        granted = true;
        for (GroupId group : withdrawn) {
            List<Condition> proves = List.of(new Condition.NodeMayHost(group, node.id()));
            steps.add(draft.ofRight(OwnSteps.GRANT_HOSTING, group, node.id(), proves, Reasons.grant(group, node)));
        }
    }

    private void keep(ProcedureStep source, List<Condition> needs, List<Condition> proves, String reason) {
        kept.add(source.id());
        steps.add(draft.ofNode(source, node.id(), needs, proves, reason));
    }

    private List<Condition> vacant() {
        boolean weightedOnly = draft.input.procedure().vacate() == Procedure.Vacate.WEIGHTED;
        return mustBeVacant ? List.of(new Condition.NodeVacated(node.id(), weightedOnly)) : List.of();
    }

    private static List<Condition> proven() {
        return List.of(new Condition.ProvenByStep());
    }

    private int count(String step) {
        return draft.done.count(DoneSteps.key(step, node.id()));
    }

    private boolean isDone(ProcedureStep source) {
        return count(source.id()) > 0;
    }

    /** The ledger says that a service or a setting of the node is held, though not by which step. */
    private boolean holdsSomething() {
        return NodeWork.holds(Kind.SERVICE, node.id(), draft.input)
                || NodeWork.holds(Kind.SETTING, node.id(), draft.input);
    }

    /** Done, and not given back since. */
    private boolean isHeld(ProcedureStep source) {
        int givenBack = draft.input.procedure().node().stream()
                .filter(step -> step.verb() instanceof Verb.GiveBack(String of) && of.equals(source.id()))
                .mapToInt(step -> count(step.id()))
                .sum();
        return count(source.id()) > givenBack;
    }

    /** What the node's packages are, for a reason that names them. */
    static int behind(Node node) {
        return node.patch() instanceof PatchState.Behind behind
                ? behind.changes().size()
                : 0;
    }
}
