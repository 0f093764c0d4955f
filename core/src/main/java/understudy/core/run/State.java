package understudy.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.Ordered;
import understudy.core.model.StepId;
import understudy.core.model.Targets;
import understudy.core.planning.RunRecords;
import understudy.core.planning.Step;

/**
 * A run as its events have made it: what was asked and done, never what is under way in this process.
 *
 * @param attempts at each step that was ever begun, over all plans
 * @param doneOnce steps that are never planned again, because only this run knows that they happened
 * @param blocks what forbids to go on, since when, by step; the key {@link #PLANNING} stands for a refused plan
 * @param clock instants and counts that limits are judged by
 * @param nothingLeft the last look found nothing to do
 */
public record State(
        Optional<RunHeader> header,
        Walk walk,
        Map<StepId, Attempts> attempts,
        List<StepId> doneOnce,
        Map<StepId, Block> blocks,
        Wishes wishes,
        Books books,
        Clock clock,
        Optional<Event.NothingLeft> nothingLeft,
        Optional<Event.RunEnded> ending) {
    /** Stands for the planner's refusal in {@link #blocks}. */
    public static final StepId PLANNING = new StepId("(planning)");

    /** What forbids to go on, and since when. */
    public record Block(Instant since, List<Finding> findings) {
        public Block {
            findings = List.copyOf(findings);
        }
    }

    /**
     * What limits are judged by.
     *
     * @param opened when the run, or its last resumption, began
     * @param now the latest instant of any event
     * @param progressed when a step last succeeded that was not one of the last nodes' own
     * @param failures missed attempts since it was opened or resumed
     * @param failuresInARow those since the last success
     * @param warned it was told that this opening of the run takes long
     */
    public record Clock(
            Instant opened, Instant now, Instant progressed, int failures, int failuresInARow, boolean warned) {
        static Clock at(Instant opened) {
            return new Clock(opened, opened, opened, 0, 0, false);
        }

        Clock seen(Instant at) {
            return new Clock(opened, at.isAfter(now) ? at : now, progressed, failures, failuresInARow, warned);
        }

        Clock progressedAt(Instant at) {
            return new Clock(opened, now, at, failures, failuresInARow, warned);
        }

        Clock missed() {
            return new Clock(opened, now, progressed, failures + 1, failuresInARow + 1, warned);
        }

        /** What failed before no longer counts as a row: a step has succeeded, or a person wants another attempt. */
        Clock rowEnded() {
            return new Clock(opened, now, progressed, failures, 0, warned);
        }

        Clock toldOfLength() {
            return new Clock(opened, now, progressed, failures, failuresInARow, true);
        }

        /** Another way is gone from here: what failed on the one before no longer counts. */
        Clock turned() {
            return new Clock(opened, now, progressed, 0, 0, warned);
        }

        /** Nobody was at work between the end and now, so that what was done before has been watched since. */
        Clock reopened(Instant at) {
            return at(at).progressedAt(progressed);
        }
    }

    public State {
        attempts = Ordered.copy(attempts);
        doneOnce = List.copyOf(doneOnce);
        blocks = Ordered.copy(blocks);
    }

    /** Before anything happened. */
    public static State empty() {
        return new State(
                Optional.empty(),
                Walk.none(),
                Map.of(),
                List.of(),
                Map.of(),
                Wishes.none(),
                Books.empty(),
                Clock.at(Instant.EPOCH),
                Optional.empty(),
                Optional.empty());
    }

    /** What each node must reach now: the patch's versions, or those before where it is taken back. */
    public Targets targets() {
        return header.orElseThrow()
                .targets()
                .takingBack(wishes.back().nodes(), wishes.back().ends().isPresent());
    }

    /** The nodes on which the packages from before the patch are kept. */
    public List<NodeId> withWayBack() {
        return books.ledger().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.OLD_PACKAGES)
                .flatMap(entry -> entry.node().stream())
                .toList();
    }

    /** The nodes on which the packages from before the patch were installed again. */
    List<NodeId> takenBack() {
        return wishes.back().nodes().stream()
                .filter(node -> doneOnce.stream()
                        .anyMatch(step -> step.value().startsWith(Step.DOWNGRADE + ":") && isAbout(step, node)))
                .toList();
    }

    /** What the planner is told of this run. */
    public RunRecords records() {
        RunHeader opened = header.orElseThrow();
        return new RunRecords(
                targets(),
                opened.originalPlacement(),
                doneOnce,
                wishes.skipped(),
                books.ledger(),
                books.outageSpent(),
                opened.expected());
    }

    /** The run has missed something since the last success, so that what comes now is recovery. */
    public boolean isRecovering() {
        return clock.failuresInARow() > 0;
    }

    boolean isUnderWay(StepId step) {
        Attempts tried = attempts.get(step);
        return tried != null && tried.isUnderWay();
    }

    /** Steps that were given out and have not come to an end. */
    public List<Step> underWay() {
        return walk.plan().stream()
                .flatMap(plan -> plan.steps().stream())
                .filter(step -> isUnderWay(step.id()))
                .toList();
    }

    State opened(RunHeader opened, Instant at) {
        return new State(
                Optional.of(opened),
                walk,
                attempts,
                doneOnce,
                blocks,
                wishes,
                books,
                Clock.at(at),
                nothingLeft,
                ending);
    }

    State walking(Walk next) {
        return new State(header, next, attempts, doneOnce, blocks, wishes, books, clock, Optional.empty(), ending);
    }

    State tried(StepId step, Attempts tried) {
        return new State(
                header,
                walk,
                Walk.with(attempts, step, tried),
                doneOnce,
                blocks,
                wishes,
                books,
                clock,
                nothingLeft,
                ending);
    }

    State doneOnce(StepId step) {
        List<StepId> more = new ArrayList<>(doneOnce);
        if (!more.contains(step)) {
            more.add(step);
        }
        return new State(header, walk, attempts, more, blocks, wishes, books, clock, nothingLeft, ending);
    }

    State blocking(Map<StepId, Block> next) {
        return new State(header, walk, attempts, doneOnce, next, wishes, books, clock, nothingLeft, ending);
    }

    State blocked(StepId step, Block news) {
        Block before = blocks.get(step);
        Instant since = before == null ? news.since() : before.since();
        return blocking(Walk.with(blocks, step, new Block(since, news.findings())));
    }

    State unblocked(StepId step) {
        Map<StepId, Block> fewer = new LinkedHashMap<>(blocks);
        fewer.remove(step);
        return blocking(fewer);
    }

    State wishing(Wishes next) {
        return new State(header, walk, attempts, doneOnce, blocks, next, books, clock, nothingLeft, ending);
    }

    State booking(Books next) {
        return new State(header, walk, attempts, doneOnce, blocks, wishes, next, clock, nothingLeft, ending);
    }

    State timed(Clock next) {
        return new State(header, walk, attempts, doneOnce, blocks, wishes, books, next, nothingLeft, ending);
    }

    State withNothingLeft(Event.NothingLeft found) {
        return new State(
                header, walk.confirmed(), attempts, doneOnce, blocks, wishes, books, clock, Optional.of(found), ending);
    }

    State ended(Event.RunEnded end) {
        return new State(header, walk, attempts, doneOnce, blocks, wishes, books, clock, nothingLeft, Optional.of(end));
    }

    /** From here nodes are taken back: what was done on their way forward is no reason to leave anything out. */
    State goingBack(GoingBack back) {
        List<StepId> left = doneOnce.stream()
                .filter(step -> back.nodes().stream().noneMatch(node -> isAbout(step, node)))
                .toList();
        return new State(
                header,
                walk.allowedToReplan().lookingAgain(),
                forgiven(),
                left,
                Map.of(),
                wishes.goingBack(back),
                books,
                clock.turned(),
                Optional.empty(),
                ending);
    }

    /** As the planner names steps about a node: the procedure's step, a colon, the node, and from the second time on a number. */
    private static boolean isAbout(StepId step, NodeId node) {
        String id = step.value();
        int mark = id.lastIndexOf('#');
        return id.endsWith(":" + node) || (mark > 0 && id.substring(0, mark).endsWith(":" + node));
    }

    private Map<StepId, Attempts> forgiven() {
        Map<StepId, Attempts> forgiven = new LinkedHashMap<>();
        attempts.forEach((step, tried) -> forgiven.put(step, tried.forgiven()));
        return forgiven;
    }

    State reopened(Instant at) {
        return new State(
                header,
                walk.allowedToReplan().lookingAgain(),
                forgiven(),
                doneOnce,
                Map.of(),
                wishes.reopened(),
                books,
                clock.reopened(at),
                Optional.empty(),
                Optional.empty());
    }
}
