package understudy.engine.run;

import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.core.run.RunHeader;
import understudy.core.run.RunResult;
import understudy.core.run.State;
import understudy.engine.ports.RunTime;

/**
 * Carries one run from its opening, or from wherever it was broken off, to its end. Plain blocking code: call it on a thread of
 * the run's own. What it throws besides {@link RunRefused} leaves the run as it is in its journal, to be resumed.
 */
public final class RunEngine {
    private final RunPorts ports;
    private final Rules rules;

    public RunEngine(RunPorts ports, Rules rules) {
        this.ports = ports;
        this.rules = rules;
    }

    /** Opens a run in an empty journal and carries it to its end. */
    public RunEnding open(RunInputs inputs) throws Exception {
        return open(inputs, Optional.empty());
    }

    /**
     * The same.
     *
     * @param adopted the run whose marks become this run's own
     */
    public RunEnding open(RunInputs inputs, Optional<RunId> adopted) throws Exception {
        Recorder recorder = recorder();
        if (recorder.state().header().isPresent()) {
            throw refused(
                    "RUN-EXISTS",
                    inputs,
                    "Run " + inputs.header().run() + " exists already.",
                    "Resume it, or give the new run another name.");
        }
        recorder.record(new Event.RunOpened(ports.time().instant(), inputs.header()));
        return carry(inputs, recorder, adopted);
    }

    /** Goes on with a run from its journal: what was under way is probed, nothing is done twice. */
    public RunEnding resume(RunInputs inputs) throws Exception {
        return resume(inputs, Optional.empty());
    }

    /** The same for a run that was opened so that it adopts another one's marks; those that it did not come to are adopted now. */
    public RunEnding resume(RunInputs inputs, Optional<RunId> adopted) throws Exception {
        Recorder recorder = recorder();
        State state = recorder.state();
        RunHeader header = state.header()
                .orElseThrow(() -> refused(
                        "RUN-UNKNOWN",
                        inputs,
                        "Run " + inputs.header().run() + " has no journal here.",
                        "Name a run that `understudy runs` lists."));
        if (!header.inputs().equals(inputs.header().inputs())) {
            throw refused(
                    "INPUTS-CHANGED",
                    inputs,
                    "The inventory, patch, procedure or policy of run " + header.run()
                            + " has changed since it was opened.",
                    "Bring the old files back, or abort the run and open a new one.");
        }
        Optional<Event.RunEnded> ending = state.ending();
        if (ending.isPresent() && !ending.get().result().isResumable()) {
            throw refused(
                    "RUN-IS-OVER",
                    inputs,
                    "Run " + header.run() + " has ended: " + ending.get().sentence(),
                    "Open a new run; it does only what is left.");
        }
        RunTime time = ports.time();
        recorder.record(new Event.ResumeAsked(
                time.instant(), "resume/" + time.instant(), inputs.mode().by()));
        return carry(new RunInputs(header, inputs.procedure(), inputs.patch(), inputs.mode()), recorder, adopted);
    }

    private RunEnding carry(RunInputs inputs, Recorder recorder, Optional<RunId> adopted) throws Exception {
        Crew crew = Crew.of(ports, recorder, inputs, rules);
        RunLoop loop = new RunLoop(
                crew,
                new Mail(ports.desk().inbox(), recorder),
                new PlanDesk(crew, rules),
                new StepRunner(crew, inputs),
                new Questions(recorder, ports.time(), inputs.mode()));
        ports.watch().start();
        crew.audit().recordSealed();
        Optional<Finding> locked = crew.lock().take();
        if (locked.isPresent()) {
            return without(locked.get().toString(), crew);
        }
        Optional<Finding> unseen =
                adopted.flatMap(new Adoption(crew, inputs.header().run())::of);
        if (unseen.isPresent()) {
            crew.lock().giveUp();
            return without(unseen.get().toString(), crew);
        }
        return loop.run();
    }

    /** Without the lock nothing is touched, not even to give it back. */
    private RunEnding without(String reason, Crew crew) {
        crew.audit().recordSealed(new Event.RunEnded(ports.time().instant(), RunResult.STOPPED, reason));
        return new RunEnding(RunResult.STOPPED, reason, crew.recorder().state());
    }

    private Recorder recorder() {
        return new Recorder(ports.desk().journal(), ports.desk().listener());
    }

    private static RunRefused refused(String code, RunInputs inputs, String sentence, String remedy) {
        return new RunRefused(Finding.error(code, inputs.header().run().value(), sentence, remedy));
    }
}
