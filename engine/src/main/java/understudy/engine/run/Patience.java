package understudy.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.RunMachine;
import understudy.core.run.State;
import understudy.engine.ports.Observation;
import understudy.engine.ports.RunTime;

/** Waits for what blocks a run to go away, watching the cluster meanwhile; the machine decides when that has been long enough. */
final class Patience {
    private static final Duration CHANGE = Duration.ofSeconds(5);

    private final Eyes eyes;
    private final Recorder recorder;
    private final RunTime time;

    Patience(Eyes eyes, Recorder recorder, RunTime time) {
        this.eyes = eyes;
        this.recorder = recorder;
        this.time = time;
    }

    /** A look that is young enough; where the subject is blocked, the next one that differs. */
    Observation look(StepId subject) throws InterruptedException {
        if (!recorder.state().blocks().containsKey(subject)) {
            return eyes.current();
        }
        Optional<ClusterSnapshot> last = eyes.last();
        if (last.isPresent()) {
            Instant before = time.instant();
            Observation seen = eyes.change(last.get(), CHANGE);
            if (seen instanceof Observation.Seen) {
                return seen;
            }
            if (time.instant().isAfter(before.plusSeconds(1))) {
                return seen;
            }
        }
        time.pause(CHANGE);
        return eyes.look();
    }

    /** Records what blocks, once; later only that time has passed, when that is what the machine waits for. */
    void blocked(StepId subject, List<Finding> findings) {
        State state = recorder.state();
        State.Block known = state.blocks().get(subject);
        boolean news = known == null || !codes(known.findings()).equals(codes(findings));
        Instant now = time.instant();
        if (news) {
            recorder.record(
                    subject.equals(State.PLANNING)
                            ? new Event.PlanRefused(now, findings)
                            : new Event.GuardsBlocked(now, subject, findings));
            return;
        }
        Event passed = new Event.TimePassed(now);
        boolean changes =
                !RunMachine.outstanding(RunMachine.apply(state, passed)).equals(RunMachine.outstanding(state));
        if (changes) {
            recorder.record(passed);
        }
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + finding.subject())
                .toList();
    }
}
