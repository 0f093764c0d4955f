package understudy.cli.wiring;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import understudy.cli.inventory.Inventory;
import understudy.cli.view.RunView;
import understudy.core.model.Finding;
import understudy.core.model.RunId;
import understudy.core.planning.Plan;
import understudy.core.planning.Planning;
import understudy.core.run.Event;
import understudy.core.run.Hold;
import understudy.core.run.Holds;
import understudy.core.run.RunMachine;
import understudy.core.run.RunResult;
import understudy.core.run.State;
import understudy.core.site.MemberName;
import understudy.core.site.MemberOutage;
import understudy.core.site.MemberResult;
import understudy.engine.journal.StateStore;
import understudy.engine.ports.RunListener;
import understudy.engine.run.RunEnding;
import understudy.engine.site.MemberRuns;

/** The runs of a site's members: each is an ordinary run, which every command of a single run works with too. */
public final class MemberOffice implements MemberRuns {
    private static final int LONGEST = 40;

    private final StateStore store;
    private final RunId site;
    private final Assignment.Words words;
    private final Manner manner;
    private final Inventory inventory;
    private final RunOffice office;

    /** How this process carries the members' runs, and who watches each. */
    public record Manner(boolean unattended, String by, Function<MemberName, RunListener> listeners) {}

    /**
     * Those of one site run.
     *
     * @param words those of the site, whose patch and procedure hold for every member that has none of its own
     */
    MemberOffice(StateStore store, RunId site, Assignment.Words words, Inventory inventory, Manner manner) {
        this.store = store;
        this.site = site;
        this.words = words;
        this.inventory = inventory;
        this.manner = manner;
        this.office = new RunOffice(store);
    }

    /** What was measured so far in a member's run. */
    public static List<MemberOutage> outages(StateStore store, RunId run, MemberName member) {
        MemberTally tally = new MemberTally(RunView.none());
        tally.before(StateJournal.of(store, run, member.value()).only(MemberTally.COUNTED));
        return tally.outages();
    }

    @Override
    public RunId run(MemberName member, Optional<RunId> last) {
        return last.filter(run -> canGoOn(member, run)).orElseGet(() -> fresh(member));
    }

    @Override
    public Ended carry(MemberName member, RunId run, Consumer<Hold> reached) throws Exception {
        Assignment assignment = Assignments.read(words(member), inventory);
        MemberTally tally = new MemberTally(manner.listeners().apply(member));
        RunOffice.Manner mine = new RunOffice.Manner(
                manner.unattended(), manner.by(), new HoldListener(tally, reached), partners(member));
        try (Member opened = Platforms.open(assignment.cluster())) {
            StateJournal journal = journal(member, run);
            if (journal.first().isPresent()) {
                tally.before(journal.only(MemberTally.COUNTED));
                Holds.at(RunMachine.replay(journal.replay())).ifPresent(reached);
                return ended(office.resume(run, opened, assignment, mine), tally);
            }
            Preparation prepared = Preparation.of(assignment, opened);
            Optional<Ended> refused = mine.heldFor().flatMap(_ -> unfit(prepared.planning()));
            if (refused.isPresent()) {
                return refused.get();
            }
            return prepared.hasWork()
                    ? ended(office.open(run, assignment, prepared, opened, mine), tally)
                    : withoutWork(prepared.planning());
        } catch (Preparation.NotSeen unseen) {
            return Ended.plainly(MemberResult.AWAY, sentence(unseen));
        } catch (RunOffice.Held held) {
            return Ended.plainly(MemberResult.FAILED, sentence(held));
        }
    }

    @Override
    public void abort(MemberName member, RunId run, String request, String by) {
        journal(member, run).post(new Event.AbortAsked(Instant.now(), request, by));
    }

    @Override
    public void answer(MemberName member, RunId run, HoldAnswer answer) {
        journal(member, run)
                .post(new Event.QuestionAnswered(
                        Instant.now(), answer.request(), answer.place().question(), answer.on(), "site run " + site));
    }

    /** Whom the member goes together with, as the end of a sentence. */
    private Optional<String> partners(MemberName member) {
        return inventory.site(words.cluster()).plan().partners(member).stream()
                .map(MemberName::value)
                .reduce((before, other) -> before + ", " + other)
                .map(others -> others + ", with which it goes together in site run " + site);
    }

    /** A plan by which it cannot wait offline for the others. */
    private static Optional<Ended> unfit(Planning planning) {
        return planning instanceof Planning.Planned(Plan plan)
                ? Holds.against(plan)
                        .map(why -> Ended.plainly(
                                MemberResult.FAILED,
                                "Refused: it cannot go together with its pool by procedure " + plan.procedure() + ". "
                                        + why
                                        + " Patch it by a procedure with a step that begins its outage before the install"
                                        + " and one that ends it behind, or say `pools: one-by-one`."))
                : Optional.empty();
    }

    /** What is said of the member itself goes before what was said of the site. */
    private Assignment.Words words(MemberName member) {
        Optional<Path> patch = inventory.site(words.cluster()).patch(member).or(words::patch);
        Optional<String> procedure =
                words.procedure().or(() -> Assignments.own(words.inventory(), inventory.cluster(member.value())));
        return new Assignment.Words(words.inventory(), member.value(), patch, procedure);
    }

    private static Ended ended(RunEnding ending, MemberTally tally) {
        boolean done = ending.result() == RunResult.FINISHED;
        return done
                ? new Ended(MemberResult.DONE, ending.sentence(), tally.unexplained(), tally.outages())
                : new Ended(
                        MemberResult.FAILED,
                        ending.result() + ": " + ending.sentence(),
                        Optional.empty(),
                        tally.outages());
    }

    private static Ended withoutWork(Planning planning) {
        return switch (planning) {
            case Planning.Refused(List<Finding> findings) ->
                Ended.plainly(MemberResult.FAILED, "Refused: " + findings.getFirst());
            case Planning.NothingToDo(List<Finding> _, boolean incomplete) ->
                incomplete
                        ? Ended.plainly(
                                MemberResult.FAILED, "What can be seen is patched, but not every node can be seen.")
                        : Ended.plainly(MemberResult.DONE, "It was patched already.");
            case Planning.Planned _ -> throw new IllegalStateException("A plan is work.");
        };
    }

    private boolean canGoOn(MemberName member, RunId run) {
        State state = RunMachine.replay(journal(member, run).replay());
        return state.ending().map(end -> end.result().isResumable()).orElse(true);
    }

    private StateJournal journal(MemberName member, RunId run) {
        return StateJournal.of(store, run, member.value());
    }

    /** The site run's name, something of the member's, and what makes it the only one. */
    private RunId fresh(MemberName member) {
        String plain = member.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String only = UUID.randomUUID().toString().substring(0, 6);
        int room = LONGEST - site.value().length() - only.length() - 2;
        return new RunId(
                room < 1
                        ? site.value().substring(0, LONGEST - only.length() - 1) + "-" + only
                        : site + "-" + plain.substring(0, Math.min(plain.length(), room)) + "-" + only);
    }

    private static String sentence(Exception why) {
        return String.valueOf(why.getMessage());
    }
}
