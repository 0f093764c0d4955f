package understudy.core.planning;

import java.util.EnumSet;
import java.util.Set;
import understudy.core.model.LedgerEntry;
import understudy.core.model.LedgerEntry.Kind;
import understudy.core.model.Node;
import understudy.core.model.NodeId;
import understudy.core.model.Patch.RestartRule;
import understudy.core.model.PatchState;
import understudy.core.model.RestartNeed;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.Verb;

/**
 * What a node still needs, read from the look and the records.
 *
 * @param install components are below their targets
 * @param restart a restart is demanded, or stays possible until the installation has shown whether it is asked for
 * @param open something of ours is in force on it, so that its visit has begun and is not finished
 */
record NodeWork(Node node, boolean install, boolean restart, boolean open) {
    private static final Set<Kind> OF_A_VISIT =
            EnumSet.of(Kind.DRAIN, Kind.MEMBERSHIP, Kind.SERVICE, Kind.SETTING, Kind.FILE);

    static NodeWork of(Node node, PlanningInput input, DoneSteps done) {
        boolean held = input.records().ledger().stream().anyMatch(entry -> heldOn(entry, node));
        boolean install = node.patch() instanceof PatchState.Behind;
        boolean restart = false;
        for (ProcedureStep step : input.procedure().node()) {
            if (step.verb() instanceof Verb.Restart(boolean always)) {
                restart |= restart(step.id(), always, node, input, done) != Restart.NONE;
            }
        }
        return new NodeWork(node, install, restart, held || begun(node, input, done));
    }

    private static boolean heldOn(LedgerEntry entry, Node node) {
        if (entry.node().filter(node.id()::equals).isEmpty()) {
            return false;
        }
        return OF_A_VISIT.contains(entry.kind())
                || (entry.kind() == Kind.HOSTING_RIGHT && node.patch().isPatched());
    }

    /** A visit has begun, without a trace in the ledger, if an installation was done and a one-time step behind it was not. */
    private static boolean begun(Node node, PlanningInput input, DoneSteps done) {
        boolean installed = false;
        for (ProcedureStep step : input.procedure().node()) {
            if (step.verb() instanceof Verb.Install) {
                installed = done.contains(DoneSteps.key(step.id(), node.id()));
            } else if (installed && isOnce(step.verb()) && !done.contains(DoneSteps.key(step.id(), node.id()))) {
                return true;
            }
        }
        return false;
    }

    /** Nothing that can be observed tells that it was done: only the records do. */
    static boolean isOnce(Verb verb) {
        return verb instanceof Verb.SiteCommand
                || verb instanceof Verb.Check
                || verb instanceof Verb.Confirm
                || verb instanceof Verb.HoldService
                || verb instanceof Verb.KeepSetting;
    }

    /** Whether one restart step of the procedure stands in the plan. */
    enum Restart {
        NONE,
        IF_ASKED,
        ASKED,
        DEMANDED
    }

    static Restart restart(String step, boolean always, Node node, PlanningInput input, DoneSteps done) {
        boolean demanded = always || input.patch().restart() == RestartRule.ALWAYS;
        if (!demanded && input.patch().restart() == RestartRule.NEVER) {
            return Restart.NONE;
        }
        boolean asked = node.restart() instanceof RestartNeed.Needed;
        if (node.patch() instanceof PatchState.Behind) {
            return demanded ? Restart.DEMANDED : Restart.IF_ASKED;
        }
        int restarts = done.count(DoneSteps.key(step, node.id()));
        int installs = installs(node.id(), input, done);
        if (restarts > 0 && restarts >= installs) {
            return Restart.NONE;
        }
        boolean ours = installs > 0 || drainedByUs(node.id(), input);
        if (demanded && (ours || asked)) {
            return Restart.DEMANDED;
        }
        if (asked) {
            return Restart.ASKED;
        }
        return node.restart() instanceof RestartNeed.Unknown && ours ? Restart.IF_ASKED : Restart.NONE;
    }

    private static int installs(NodeId node, PlanningInput input, DoneSteps done) {
        return input.procedure().node().stream()
                .filter(step -> step.verb() instanceof Verb.Install)
                .mapToInt(step -> done.count(DoneSteps.key(step.id(), node)))
                .sum();
    }

    static boolean drainedByUs(NodeId node, PlanningInput input) {
        return holds(Kind.DRAIN, node, input);
    }

    static boolean holds(Kind kind, NodeId node, PlanningInput input) {
        return input.records().ledger().stream()
                .anyMatch(entry -> entry.kind() == kind
                        && entry.node().filter(node::equals).isPresent());
    }

    boolean needed() {
        return install || restart || open;
    }

    /** Something that takes the node away is still to be done; else its visit only gives back. */
    boolean disruptive() {
        return install || restart;
    }
}
