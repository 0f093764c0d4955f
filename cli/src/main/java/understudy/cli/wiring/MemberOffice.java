package understudy.cli.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import understudy.cli.inventory.Inventory;
import understudy.core.model.Finding;
import understudy.core.model.RunId;
import understudy.core.planning.Planning;
import understudy.core.run.Event;
import understudy.core.run.RunMachine;
import understudy.core.run.RunResult;
import understudy.core.run.State;
import understudy.core.site.MemberName;
import understudy.core.site.MemberResult;
import understudy.engine.journal.InboxEntry;
import understudy.engine.journal.StateStore;
import understudy.engine.ports.RunListener;
import understudy.engine.run.EventCodec;
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

    /** How this process carries the members' runs, and who watches each. */
    public record Manner(boolean unattended, String by, Function<MemberName, RunListener> listeners) {}

    /**
     * Those of one site run.
     *
     * @param words those of the site, whose patch and procedure hold for every member
     */
    MemberOffice(StateStore store, RunId site, Assignment.Words words, Manner manner) {
        this.store = store;
        this.site = site;
        this.words = words;
        this.manner = manner;
        this.inventory = Inventory.read(words.inventory());
    }

    @Override
    public RunId run(MemberName member, Optional<RunId> last) {
        return last.filter(run -> canGoOn(member, run)).orElseGet(() -> fresh(member));
    }

    @Override
    public Ended carry(MemberName member, RunId run) throws Exception {
        Assignment assignment = Assignments.read(
                new Assignment.Words(words.inventory(), member.value(), words.patch(), words.procedure()), inventory);
        try (Member opened = Platforms.open(assignment.cluster())) {
            RunOffice office = new RunOffice(store);
            RunOffice.Manner mine = new RunOffice.Manner(
                    manner.unattended(), manner.by(), manner.listeners().apply(member));
            if (!events(member, run).isEmpty()) {
                return ended(office.resume(run, opened, assignment, mine));
            }
            Preparation prepared = Preparation.of(assignment, opened);
            return prepared.hasWork()
                    ? ended(office.open(run, assignment, prepared, opened, mine))
                    : withoutWork(prepared.planning());
        } catch (Preparation.NotSeen unseen) {
            return new Ended(MemberResult.AWAY, sentence(unseen));
        } catch (RunOffice.Held held) {
            return new Ended(MemberResult.FAILED, sentence(held));
        }
    }

    @Override
    public void abort(RunId run, String request, String by) {
        Event.AbortAsked asked = new Event.AbortAsked(java.time.Instant.now(), request, by);
        store.post(new InboxEntry(request, run, SiteRows.SITE, "AbortAsked", EventCodec.write(asked), by, asked.at()));
    }

    private static Ended ended(RunEnding ending) {
        boolean done = ending.result() == RunResult.FINISHED;
        return new Ended(
                done ? MemberResult.DONE : MemberResult.FAILED,
                done ? ending.sentence() : ending.result() + ": " + ending.sentence());
    }

    private static Ended withoutWork(Planning planning) {
        return switch (planning) {
            case Planning.Refused(List<Finding> findings) ->
                new Ended(MemberResult.FAILED, "Refused: " + findings.getFirst());
            case Planning.NothingToDo(List<Finding> _, boolean incomplete) ->
                incomplete
                        ? new Ended(MemberResult.FAILED, "What can be seen is patched, but not every node can be seen.")
                        : new Ended(MemberResult.DONE, "It was patched already.");
            case Planning.Planned _ -> throw new IllegalStateException("A plan is work.");
        };
    }

    private boolean canGoOn(MemberName member, RunId run) {
        State state = RunMachine.replay(events(member, run));
        return state.ending().map(end -> end.result().isResumable()).orElse(true);
    }

    private List<Event> events(MemberName member, RunId run) {
        return StateJournal.of(store, run, member.value()).replay();
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

    static Assignment.Words absolute(Assignment.Words words) {
        return new Assignment.Words(
                words.inventory().toAbsolutePath(),
                words.cluster(),
                words.patch().map(Path::toAbsolutePath),
                words.procedure());
    }
}
