package understudy.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.ActionId;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.Operation;
import understudy.core.model.SessionCut;
import understudy.core.model.StepId;
import understudy.core.planning.Plan;

/** Something that has happened in a run; the journal is a list of these, and the run's state is what they add up to. */
public sealed interface Event {
    /** When it happened; the only way in which time enters the machine. */
    Instant at();

    /** A wish from outside, with an id of its own so that it counts once however often it is delivered. */
    sealed interface Request extends Event {
        String request();

        String by();
    }

    /** What a look at the cluster came to. */
    sealed interface Look extends Event {}

    /** The run exists. */
    record RunOpened(Instant at, RunHeader header) implements Event {}

    /** A plan, the first or a changed one, is what the run follows from here. */
    record PlanAdopted(Instant at, Plan plan, String hash, String reason) implements Look {}

    /** A look found the rest of the adopted plan unchanged. */
    record PlanConfirmed(Instant at, String hash) implements Look {}

    /** A look found that no plan keeps every rule, at present. */
    record PlanRefused(Instant at, List<Finding> findings) implements Look {
        public PlanRefused {
            findings = List.copyOf(findings);
        }
    }

    /** A look found nothing left to do. */
    record NothingLeft(Instant at, List<Finding> notes, boolean incomplete) implements Look {
        public NothingLeft {
            notes = List.copyOf(notes);
        }
    }

    /**
     * An action is about to be given out.
     *
     * @param boot the boot id of the step's node at that time, against which a restart is proven
     */
    record StepBegan(Instant at, ActionId action, Optional<String> boot) implements Event {}

    /** An action has come to its end and the cluster was looked at. */
    record StepEnded(Instant at, ActionId action, StepResult result, String note) implements Event {}

    /** Every step of the stage has succeeded. */
    record StageEnded(Instant at, int stage) implements Event {}

    /** Guards forbid a step for now. */
    record GuardsBlocked(Instant at, StepId step, List<Finding> findings) implements Event {
        public GuardsBlocked {
            findings = List.copyOf(findings);
        }
    }

    /** Something is about to be changed that must be given back. */
    record LedgerOpened(Instant at, LedgerEntry entry) implements Event {}

    /** It was given back. */
    record LedgerReturned(Instant at, LedgerEntry entry) implements Event {}

    /** It was not given back at the end, and why. */
    record LedgerKept(Instant at, LedgerEntry entry, String reason) implements Event {}

    /** The cluster's lock is ours until then. */
    record LockTaken(Instant at, long token, Instant until) implements Event {}

    /** The cluster's lock is no longer ours. */
    record LockGivenUp(Instant at, long token) implements Event {}

    /** An outage as the probes saw it; the same {@code from} again replaces what was recorded. */
    record OutageMeasured(Instant at, GroupId group, Instant from, Instant until) implements Event {}

    /**
     * What is known of a measured outage from elsewhere than its probes.
     *
     * @param from of the outage, which names it together with the group
     * @param operations what the cluster did with the group's resources then, by its own history
     * @param sessions when those who were connected were cut off
     * @param gap a sentence where the history could not be read whole; empty where it could
     */
    record OutageExplained(
            Instant at,
            GroupId group,
            Instant from,
            List<Operation> operations,
            List<SessionCut> sessions,
            Optional<String> gap)
            implements Event {
        public OutageExplained {
            operations = List.copyOf(operations);
            sessions = List.copyOf(sessions);
        }
    }

    /** A person must decide. */
    record QuestionAsked(Instant at, Question question) implements Event {}

    /** A person has decided. */
    record QuestionAnswered(Instant at, String request, String question, boolean yes, String by) implements Request {}

    /** Stop at the next safe place, until further notice. */
    record PauseAsked(Instant at, String request, String by) implements Request {}

    /** Go on after a pause or after an end that can be resumed. */
    record ResumeAsked(Instant at, String request, String by) implements Request {}

    /** Try the step again that the run is asking about. */
    record RetryAsked(Instant at, String request, StepId step, String by) implements Request {}

    /** Leave a node out of this run. */
    record SkipAsked(Instant at, String request, NodeId node, String by) implements Request {}

    /** End the run at the next safe place, for good. */
    record AbortAsked(Instant at, String request, String by) implements Request {}

    /**
     * Take nodes back to the packages that they had before the patch.
     *
     * @param node only this one, which is then left out of the run; empty for all that this run has changed, which ends the run
     */
    record GoBackAsked(Instant at, String request, Optional<NodeId> node, String by) implements Request {}

    /** Nothing happened, but a limit in time was reached. */
    record TimePassed(Instant at) implements Event {}

    /** Worth knowing; changes nothing but what was told. */
    record Warned(Instant at, Finding finding) implements Event {}

    /**
     * So many lines has the audit of the commands that were sent, and this is the last one's hash: a shorter or another audit is not
     * the one that was written.
     */
    record AuditSealed(Instant at, long lines, String head) implements Event {}

    /** The run is over. */
    record RunEnded(Instant at, RunResult result, String sentence) implements Event {}
}
