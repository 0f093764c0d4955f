package understudy.cli.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.core.run.RunHeader;
import understudy.documents.json.RecordCodec;
import understudy.engine.journal.Hold;
import understudy.engine.journal.MemberId;
import understudy.engine.journal.RunSummary;
import understudy.engine.journal.StateStore;
import understudy.engine.ports.RunListener;
import understudy.engine.run.Rules;
import understudy.engine.run.RunEnding;
import understudy.engine.run.RunEngine;
import understudy.engine.run.RunInputs;
import understudy.engine.run.RunPorts;

/** Opens and resumes runs over a state directory, where their words, journals and inboxes are kept. */
public final class RunOffice {
    /** The assignment's words stand here, beside the events of the run's members. */
    private static final MemberId WORDS = new MemberId("(assignment)");

    private final StateStore store;
    private final RecordCodec codec = new RecordCodec();

    public RunOffice(StateStore store) {
        this.store = store;
    }

    /**
     * How a process carries a run.
     *
     * @param heldFor whom a run that is opened goes together with; empty for nobody
     */
    public record Manner(boolean unattended, String by, RunListener listener, Optional<String> heldFor) {
        public Manner(boolean unattended, String by, RunListener listener) {
            this(unattended, by, listener, Optional.empty());
        }
    }

    /** A run that another process has. */
    public static final class Held extends RuntimeException {
        Held(String sentence) {
            super(sentence);
        }
    }

    /**
     * A run's assignment as it is kept: paths as text.
     *
     * @param adopted the run whose marks become this one's own; a resumption adopts what the first process did not come to
     */
    record KeptWords(
            String inventory,
            String cluster,
            Optional<String> patch,
            Optional<String> procedure,
            Optional<RunId> adopted) {}

    /** Opens a new run and carries it to its end. */
    public RunEnding open(RunId run, Assignment assignment, Preparation prepared, Member member, Manner manner)
            throws Exception {
        RunHeader header = prepared.header(run, assignment).heldFor(manner.heldFor());
        try (Hold.Holder held = hold(run)) {
            KeptWords words = kept(assignment.words(), prepared.before().adopted());
            store.append(held.run(), WORDS, List.of(codec.write(KeptWords.class, words)));
            return carry(
                    header,
                    assignment,
                    member,
                    manner,
                    (engine, inputs) -> engine.open(inputs, prepared.before().adopted()));
        }
    }

    /** Goes on with a run that was paused or broken off. */
    public RunEnding resume(RunId run, Member member, Assignment assignment, Manner manner) throws Exception {
        try (Hold.Holder held = hold(run)) {
            Optional<RunId> adopted = kept(run).flatMap(KeptWords::adopted);
            return carry(
                    header(held.run(), assignment),
                    assignment,
                    member,
                    manner,
                    (engine, inputs) -> engine.resume(inputs, adopted));
        }
    }

    /** The words with which a run was opened; empty if there is no such run. */
    public Optional<Assignment.Words> words(RunId run) {
        return kept(run)
                .map(kept -> new Assignment.Words(
                        Path.of(kept.inventory()), kept.cluster(), kept.patch().map(Path::of), kept.procedure()));
    }

    /** Keeps the words of a run that this process holds. */
    void keep(RunId run, Assignment.Words words) {
        store.append(run, WORDS, List.of(codec.write(KeptWords.class, kept(words, Optional.empty()))));
    }

    private Optional<KeptWords> kept(RunId run) {
        return store.read(run, WORDS).stream().findFirst().map(row -> codec.read(KeptWords.class, row.payload()));
    }

    /** Whether a process of this machine, perhaps this one, carries the run now. Asking takes the run's hold for a moment. */
    public boolean isCarried(RunId run) {
        return switch (store.hold(run)) {
            case Hold.Holder nobody -> {
                nobody.close();
                yield false;
            }
            case Hold.HeldBy _ -> true;
        };
    }

    /** The run's own header, with the hash of the inputs as they are read now: the engine compares the two. */
    private RunHeader header(RunId run, Assignment assignment) {
        RunHeader kept = StateJournal.of(store, run, assignment.cluster().name())
                .first()
                .filter(Event.RunOpened.class::isInstance)
                .map(event -> ((Event.RunOpened) event).header())
                .orElseThrow();
        return new RunHeader(
                kept.format(),
                kept.run(),
                kept.cluster(),
                assignment.inputs(),
                kept.procedure(),
                kept.patch(),
                kept.targets(),
                kept.originalPlacement(),
                kept.expected(),
                kept.policy(),
                kept.heldFor());
    }

    /** Whether a run begins or goes on. */
    private interface Start {
        RunEnding of(RunEngine engine, RunInputs inputs) throws Exception;
    }

    private RunEnding carry(RunHeader header, Assignment assignment, Member member, Manner manner, Start start)
            throws Exception {
        StateJournal journal = StateJournal.of(store, header.run(), header.cluster());
        summarize(header, "RUNNING", member);
        RunInputs inputs = new RunInputs(
                header,
                assignment.procedure(),
                assignment.patch(),
                new RunInputs.Mode(manner.unattended(), manner.by(), store.id()));
        try (RunAudit audit = RunAudit.open(member, store, header, manner.by());
                SiteHooks hooks = new SiteHooks(assignment.cluster().hooks())) {
            RunPorts.Desk desk = new RunPorts.Desk(journal, journal, audit.heardBy(manner.listener()), audit, hooks);
            RunPorts ports = new RunPorts(member.driver(), member.watch(), member.time(), desk);
            RunEnding ending = start.of(new RunEngine(ports, Rules.ofTheCore()), inputs);
            summarize(header, ending.result().name(), member);
            return ending;
        }
    }

    private void summarize(RunHeader header, String state, Member member) {
        store.summarize(new RunSummary(
                header.run(),
                new MemberId(header.cluster()),
                header.cluster(),
                header.procedure(),
                state,
                member.time().instant(),
                member.time().instant()));
    }

    /** Makes the run this process's own. */
    Hold.Holder hold(RunId run) {
        return switch (store.hold(run)) {
            case Hold.Holder holder -> holder;
            case Hold.HeldBy(RunId other, String sentence) -> throw new Held(sentence);
        };
    }

    private static KeptWords kept(Assignment.Words words, Optional<RunId> adopted) {
        Assignment.Words kept = words.absolute();
        return new KeptWords(
                kept.inventory().toString(),
                kept.cluster(),
                kept.patch().map(Path::toString),
                kept.procedure(),
                adopted);
    }
}
