package understudy.cli.wiring;

import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.OutagePath;
import understudy.core.run.RunHeader;
import understudy.core.run.State;
import understudy.engine.audit.AuditEntry;
import understudy.engine.audit.AuditFile;
import understudy.engine.journal.StateStore;
import understudy.engine.ports.CommandAudit;
import understudy.engine.ports.RunListener;

/** The audit of one run while this process carries it; a run that sends no commands, because it is simulated, has none. */
final class RunAudit implements CommandAudit, AutoCloseable {
    private final Optional<CommandTrail> trail;
    private final Optional<AuditFile> file;

    private RunAudit(Optional<CommandTrail> trail, Optional<AuditFile> file) {
        this.trail = trail;
        this.file = file;
    }

    /** Opens it; from here every command that the member sends is in it. */
    static RunAudit open(Member member, StateStore store, RunHeader header, String by) {
        Optional<AuditFile> file = member.trail().map(_ -> AuditFile.open(store.folder(), header.run()));
        AuditEntry.Opened first =
                new AuditEntry.Opened(member.time().instant(), header.run().value(), header.cluster(), by);
        file.ifPresent(opened -> member.trail().orElseThrow().into(opened, first));
        return new RunAudit(member.trail(), file);
    }

    @Override
    public Optional<Seal> seal() {
        return file.map(AuditFile::settle);
    }

    /** A listener that also learns from the run's state when clients wait. */
    RunListener heardBy(RunListener listener) {
        return trail.<RunListener>map(told -> new Hearing(told, listener)).orElse(listener);
    }

    @Override
    public void close() {
        trail.ifPresent(CommandTrail::leave);
        file.ifPresent(AuditFile::close);
    }

    private record Hearing(CommandTrail trail, RunListener listener) implements RunListener {
        @Override
        public void recorded(Event event, State state) {
            trail.outage(OutagePath.isOn(state));
            listener.recorded(event, state);
        }

        @Override
        public void progress(StepId step, String sentence) {
            listener.progress(step, sentence);
        }

        @Override
        public void looked(ClusterSnapshot snapshot) {
            listener.looked(snapshot);
        }
    }
}
