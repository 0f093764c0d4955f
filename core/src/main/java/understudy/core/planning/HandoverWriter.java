package understudy.core.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Group;
import understudy.core.model.GroupId;
import understudy.core.model.MayHost;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.planning.Step.Interruption;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.Verb;

/** Writes the steps by which one unit goes from its owner to another node. */
final class HandoverWriter {
    private final Draft draft;
    private final Unit unit;
    private final NodeId from;
    private final NodeId to;
    private final List<ProcedureStep> sources;

    HandoverWriter(Draft draft, Unit unit, NodeId from, NodeId to) {
        this(draft, unit, from, to, draft.input.procedure().handover());
    }

    HandoverWriter(Draft draft, Unit unit, NodeId from, NodeId to, List<ProcedureStep> sources) {
        this.draft = draft;
        this.unit = unit;
        this.from = from;
        this.to = to;
        this.sources = sources;
    }

    /**
     * What stands around the handover.
     *
     * @param patched the destination has the newer binaries
     * @param out the destination is held out of the cluster and joins it inside the handover
     * @param withdraw nodes without them that lose the right to host the unit before it goes
     * @param reason why it goes there
     */
    record Setting(boolean patched, boolean out, List<NodeId> withdraw, String reason) {
        /** A destination that is a member need not join. */
        boolean leavesOut(ProcedureStep source) {
            return !out && isOfDestination(source);
        }
    }

    private static boolean isOfDestination(ProcedureStep source) {
        return source.verb() instanceof Verb.RejoinCluster || source.verb() instanceof Verb.Release;
    }

    List<Step> write(Setting setting) {
        List<Step> steps = new ArrayList<>(await());
        setting.withdraw().stream().filter(node -> !node.equals(from)).forEach(node -> steps.addAll(withdraw(node)));
        boolean begun = false;
        for (ProcedureStep source : sources) {
            if (setting.leavesOut(source)) {
                continue;
            }
            boolean begins = beginsOutage(source) && !begun;
            begun |= begins;
            steps.add(bind(source, begins, setting));
            steps.addAll(withdrawFromOwner(source, setting));
        }
        return steps;
    }

    /** A node that owns the unit keeps the right to it until it has left. */
    private List<Step> withdrawFromOwner(ProcedureStep source, Setting setting) {
        boolean leaves =
                source.verb() instanceof Verb.HandOver && setting.withdraw().contains(from);
        return leaves
                ? withdraw(from, endsOutage(source) ? OwnSteps.WITHDRAW_HOSTING : OwnSteps.WITHDRAW_INSIDE)
                : List.of();
    }

    /** The part of a handover that is left: the unit is to end on {@code to}, where these steps are still to be done. */
    List<Step> rest(List<ProcedureStep> left, Setting setting, boolean newOutage) {
        boolean moves = left.stream().anyMatch(source -> source.verb() instanceof Verb.HandOver);
        List<Step> steps = new ArrayList<>();
        setting.withdraw().stream()
                .filter(node -> !(moves && node.equals(from)))
                .forEach(node -> steps.addAll(withdraw(node)));
        boolean begun = !newOutage;
        for (ProcedureStep source : left) {
            if (setting.leavesOut(source)) {
                continue;
            }
            boolean begins = !begun;
            begun = true;
            steps.add(bind(source, begins, setting));
            steps.addAll(withdrawFromOwner(source, setting));
        }
        return steps;
    }

    private List<Step> await() {
        boolean written = sources.stream().anyMatch(source -> source.verb() instanceof Verb.AwaitHost);
        List<Step> steps = new ArrayList<>();
        for (Group group : unit.members()) {
            if (!written && group.mayHost(to) instanceof MayHost.NotYet(String why)) {
                steps.add(step(
                        OwnSteps.AWAIT_HOST,
                        group.id(),
                        List.of(),
                        List.of(new Condition.NodeMayHost(group.id(), to)),
                        Reasons.await(group.id(), to, why)));
            }
        }
        return steps;
    }

    List<Step> withdraw(NodeId node) {
        return withdraw(node, OwnSteps.WITHDRAW_HOSTING);
    }

    private List<Step> withdraw(NodeId node, ProcedureStep source) {
        return unit.members().stream()
                .filter(group -> group.weight() > 0 && !(group.mayHost(node) instanceof MayHost.No))
                .map(group -> draft.ofRight(
                        source,
                        group.id(),
                        node,
                        List.of(new Condition.NodeMayNotHost(group.id(), node)),
                        Reasons.withdraw(group.id(), node)))
                .toList();
    }

    private boolean beginsOutage(ProcedureStep source) {
        if (isDeclared()) {
            return source.outage() == Outage.BEGINS || source.outage() == Outage.WHOLE;
        }
        return source.verb() instanceof Verb.HandOver;
    }

    /** The procedure says where the outage begins; else the handover itself is taken for the whole of it. */
    private boolean isDeclared() {
        return sources.stream().anyMatch(source -> source.outage() == Outage.BEGINS || source.outage() == Outage.WHOLE);
    }

    private boolean endsOutage(ProcedureStep source) {
        if (isDeclared()) {
            return source.outage() == Outage.ENDS || source.outage() == Outage.WHOLE;
        }
        return source.verb() instanceof Verb.HandOver;
    }

    /** The outage as the procedure expects it: from the step that begins it to the one that ends it. */
    Duration outage() {
        Duration sum = Duration.ZERO;
        boolean inside = false;
        for (ProcedureStep source : sources) {
            inside |= beginsOutage(source);
            sum = inside ? sum.plus(draft.expected(source)) : sum;
            if (inside && endsOutage(source)) {
                break;
            }
        }
        return sum;
    }

    private Step bind(ProcedureStep source, boolean begins, Setting setting) {
        List<Condition> needs = needs(source, begins, setting);
        Step step = step(source, unit.id(), needs, proves(source), reason(source, setting));
        if (!begins) {
            return step;
        }
        List<Interruption> interrupts = unit.members().stream()
                .filter(group -> group.weight() > 0)
                .map(group -> new Interruption(group.id(), outage()))
                .toList();
        return Draft.interrupting(step, interrupts);
    }

    private Step step(
            ProcedureStep source, GroupId group, List<Condition> needs, List<Condition> proves, String reason) {
        return new Step(
                draft.done.next(DoneSteps.key(source.id(), group, to)),
                source,
                Optional.of(isOfDestination(source) ? to : from),
                Optional.of(group),
                Optional.of(from),
                Optional.of(to),
                needs,
                proves,
                List.of(),
                reason);
    }

    private List<Condition> needs(ProcedureStep source, boolean begins, Setting setting) {
        List<Condition> needs = new ArrayList<>();
        boolean arrives = source.verb() instanceof Verb.HandOver;
        if (begins) {
            unit.members().stream()
                    .filter(group -> group.weight() > 0 && !from.equals(to))
                    .forEach(group -> needs.add(new Condition.GroupOwnedBy(group.id(), from)));
        }
        if (begins || arrives) {
            if (arrives || !setting.out()) {
                needs.add(new Condition.NodeIsMember(to));
            }
            unit.members().forEach(group -> needs.add(new Condition.NodeMayHost(group.id(), to)));
        }
        if (setting.patched() && (begins || arrives || source.verb() instanceof Verb.UpgradeGroup)) {
            needs.add(new Condition.NodePatched(to));
        }
        return needs;
    }

    private List<Condition> proves(ProcedureStep source) {
        List<Condition> proves = new ArrayList<>();
        switch (source.verb()) {
            case Verb.HandOver() -> {
                if (!endsOutage(source)) {
                    proves.add(new Condition.GroupPlacedOn(unit.id(), to));
                }
            }
            case Verb.UpgradeGroup() ->
                unit.members().stream()
                        .filter(group -> !(group.patch() instanceof PatchState.NotVersioned))
                        .forEach(group -> proves.add(new Condition.GroupUpgraded(group.id())));
            case Verb.StopGroup(Verb.Selector part) -> {
                if (part.equals(Verb.Selector.whole())) {
                    proves.add(new Condition.GroupStopped(unit.id()));
                }
            }
            case Verb.StartGroup(Verb.Selector part) -> {
                if (part.equals(Verb.Selector.whole())) {
                    proves.add(new Condition.GroupServed(unit.id()));
                }
            }
            case Verb.AwaitHost() -> proves.add(new Condition.NodeMayHost(unit.id(), to));
            case Verb.RejoinCluster() -> proves.add(new Condition.NodeIsMember(to));
            case Verb.Release() -> proves.add(new Condition.NodeReleased(to));
            case Verb.Fetch(),
                    Verb.Install(),
                    Verb.Downgrade(),
                    Verb.Restart _,
                    Verb.Drain(),
                    Verb.Verify(),
                    Verb.Prepare(),
                    Verb.LeaveCluster _,
                    Verb.WithdrawHosting(),
                    Verb.GrantHosting(),
                    Verb.HoldRivals(),
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.GiveBack _,
                    Verb.Check _,
                    Verb.Confirm _,
                    Verb.SiteCommand _ -> {
                // The driver's own answer is the proof.
            }
        }
        if (endsOutage(source)) {
            unit.members().stream()
                    .filter(group -> group.weight() > 0)
                    .forEach(group -> proves.add(new Condition.GroupOwnedBy(group.id(), to)));
        }
        return proves.isEmpty() ? List.of(new Condition.ProvenByStep()) : proves;
    }

    private String reason(ProcedureStep source, Setting setting) {
        String names = unit.names();
        if (source.verb() instanceof Verb.HandOver) {
            return setting.reason();
        }
        if (source.verb() instanceof Verb.Prepare) {
            return "Proves that " + to + " can start " + names + " and warms it, while " + from + " still serves it.";
        }
        if (source.verb() instanceof Verb.StopGroup) {
            return "The procedure stops " + names + " before it goes to " + to + ".";
        }
        if (source.verb() instanceof Verb.RejoinCluster) {
            return to + " joins the cluster only now, so that " + names
                    + " could not fail over to newer binaries before.";
        }
        if (source.verb() instanceof Verb.UpgradeGroup) {
            return "The data of " + names + " is brought to the version of the binaries on " + to
                    + ", which starts it.";
        }
        if (source.verb() instanceof Verb.StartGroup) {
            return "Brings " + names + " into service on " + to + ".";
        }
        return "The procedure demands it when " + names + " goes to " + to + ".";
    }
}
