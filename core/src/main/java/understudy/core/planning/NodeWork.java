package understudy.core.planning;

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
 * @param onlyOut all that is left of its visit is its way back into the cluster
 */
record NodeWork(Node node, boolean install, boolean restart, boolean open, boolean onlyOut) {
    private static final int MOST_FETCHES = 5;

    static NodeWork of(Node node, PlanningInput input, DoneSteps done) {
        boolean held = input.records().ledger().stream().anyMatch(entry -> heldOn(entry, node, input));
        boolean install = lacksTargets(node, input);
        boolean restart = false;
        for (ProcedureStep step : input.procedure().node()) {
            if (step.verb() instanceof Verb.Restart(boolean always)) {
                restart |= restart(step.id(), always, node, input, done) != Restart.NONE;
            }
        }
        boolean begun = begun(node, input, done);
        boolean more = input.records().ledger().stream()
                .anyMatch(entry -> entry.kind() != Kind.MEMBERSHIP && heldOn(entry, node, input));
        return new NodeWork(node, install, restart, held || begun, !install && !restart && !begun && !more);
    }

    /** An installation that was left half done is what going back is for; on the way forward nobody touches it. */
    private static boolean lacksTargets(Node node, PlanningInput input) {
        return node.patch() instanceof PatchState.Behind
                || (isTakenBack(node.id(), input) && node.patch() instanceof PatchState.Broken);
    }

    static boolean isTakenBack(NodeId node, PlanningInput input) {
        return input.records().targets().isTakenBack(node);
    }

    /**
     * Its way back is part of the plan, and what it would go back to is not kept on it (any more), so that it is fetched again. A few times
     * only: a driver that keeps nothing all the same costs the way back, not the run.
     */
    static boolean mustFetchAgain(ProcedureStep fetch, NodeId node, PlanningInput input, DoneSteps done) {
        return !input.records().targets().before(node).isEmpty()
                && !holds(Kind.OLD_PACKAGES, node, input)
                && done.count(DoneSteps.key(fetch.id(), node)) < MOST_FETCHES;
    }

    /** It holds something on the node that a step of the procedure's visit, or a right that our own step, gives back. */
    private static boolean heldOn(LedgerEntry entry, Node node, PlanningInput input) {
        if (entry.node().filter(node.id()::equals).isEmpty()) {
            return false;
        }
        return switch (entry.kind()) {
            case DRAIN -> hasStep(input, Verb.Release.class);
            case MEMBERSHIP -> hasStep(input, Verb.RejoinCluster.class);
            case SERVICE, SETTING -> hasStep(input, Verb.GiveBack.class);
            case HOSTING_RIGHT ->
                node.patch().isPatched() && (input.records().targets().onlyBack() || !isTakenBack(node.id(), input));
            case PREFERENCE, FAILBACK, LOCK, FILE, OLD_PACKAGES, RIVALS -> false;
        };
    }

    private static boolean hasStep(PlanningInput input, Class<? extends Verb> verb) {
        return input.procedure().node().stream().anyMatch(step -> verb.isInstance(step.verb()));
    }

    /** A visit has begun, without a trace in the ledger, if a one-time step of it was done and a later one was not. */
    private static boolean begun(Node node, PlanningInput input, DoneSteps done) {
        boolean begun = false;
        boolean installs = false;
        for (ProcedureStep step : input.procedure().node()) {
            boolean isDone = done.contains(DoneSteps.key(step.id(), node.id()));
            installs |= step.verb() instanceof Verb.Install;
            if (begun && installs && !isDone && isOnce(step.verb())) {
                return true;
            }
            begun |= isDone;
        }
        return false;
    }

    /** Nothing that can be observed tells that it was done: only the records do. */
    static boolean isOnce(Verb verb) {
        return verb instanceof Verb.SiteCommand || verb instanceof Verb.Check || verb instanceof Verb.Confirm;
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
        if (lacksTargets(node, input)) {
            return demanded ? Restart.DEMANDED : Restart.IF_ASKED;
        }
        int restarts = done.count(DoneSteps.key(step, node.id()));
        int installs = installs(node.id(), input, done);
        if (restarts > 0 && restarts >= installs) {
            return Restart.NONE;
        }
        if (isTakenBack(node.id(), input)) {
            boolean downgraded = done.count(DoneSteps.key(Step.DOWNGRADE, node.id())) > restarts;
            return demanded && downgraded ? Restart.DEMANDED : asked ? Restart.ASKED : Restart.NONE;
        }
        boolean ours = installs > 0 || drainedByUs(node.id(), input) || wasPrepared(node.id(), input, done);
        if (demanded && (ours || asked)) {
            return Restart.DEMANDED;
        }
        if (asked) {
            return Restart.ASKED;
        }
        return node.restart() instanceof RestartNeed.Unknown && ours ? Restart.IF_ASKED : Restart.NONE;
    }

    /** This run has prepared the node to be patched, so that it is this run that patched it. */
    private static boolean wasPrepared(NodeId node, PlanningInput input, DoneSteps done) {
        return input.procedure().before().stream()
                .filter(step -> step.where() == ProcedureStep.Where.EACH_NODE)
                .anyMatch(step -> done.contains(DoneSteps.key(step.id(), node)));
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
