package understudy.cli.wiring;

import java.util.ArrayList;
import java.util.List;
import understudy.cli.report.RunReport;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.core.run.RunHeader;
import understudy.engine.ports.RunInbox;
import understudy.engine.ports.RunJournal;
import understudy.engine.ports.RunListener;
import understudy.engine.run.Rules;
import understudy.engine.run.RunEngine;
import understudy.engine.run.RunInputs;
import understudy.engine.run.RunPorts;

/** Plays a run on a simulated cluster: the same engine, planner and guards, a journal that nobody keeps. */
public final class Rehearsal {
    private Rehearsal() {}

    /** Carries it to its end and tells what it was. */
    public static RunReport play(
            RunId run, Assignment assignment, Preparation prepared, Member member, RunListener listener)
            throws Exception {
        Paper paper = new Paper();
        RunHeader header = prepared.header(run, assignment);
        RunPorts ports = new RunPorts(
                member.driver(), member.watch(), member.time(), new RunPorts.Desk(paper, new NoRequests(), listener));
        RunInputs inputs = new RunInputs(
                header,
                Unmanned.of(assignment.procedure()),
                assignment.patch(),
                new RunInputs.Mode(true, "rehearsal", "rehearsal"));
        new RunEngine(ports, Rules.ofTheCore()).open(inputs);
        return RunReport.of(paper.replay());
    }

    /** A journal in memory. */
    private static final class Paper implements RunJournal {
        private final List<Event> events = new ArrayList<>();

        @Override
        public synchronized void append(List<Event> more) {
            events.addAll(more);
        }

        @Override
        public synchronized List<Event> replay() {
            return List.copyOf(events);
        }
    }

    /** Nobody asks anything of a rehearsal. */
    private static final class NoRequests implements RunInbox {
        @Override
        public List<Event.Request> next() {
            return List.of();
        }

        @Override
        public void acknowledge(Event.Request request) {}
    }
}
