package understudy.driver.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import understudy.core.model.Finding;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.engine.ports.Progress;

/** One action and what has become of it, whoever has asked for it and whether or not he still waits. */
final class Job {
    final String what;
    final Optional<NodeId> node;
    final Signal news = new Signal();
    final List<Fault> faults = new ArrayList<>();
    /** Entries whose change has been undone by the job, for the caller's ledger. */
    final List<LedgerEntry> undone = new ArrayList<>();

    private final World world;
    private Optional<Outcome> outcome = Optional.empty();
    private Optional<Outcome> answer = Optional.empty();
    private String lost = "";

    Job(World world, Order order) {
        this.world = world;
        this.what = order.step().id().value();
        this.node = order.step().executedOn();
    }

    Optional<Fault> fault(FaultKind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).findFirst();
    }

    boolean has(FaultKind kind) {
        return fault(kind).isPresent();
    }

    void succeed(String note) {
        end(new Outcome.Succeeded(note));
    }

    void fail(String code, String subject, String sentence) {
        fail(code, subject, sentence, "");
    }

    void fail(String code, String subject, String sentence, String remedy) {
        world.happened("The step " + what + " fails: " + sentence);
        end(new Outcome.Failed(Finding.error(code, subject, sentence, remedy)));
    }

    private void end(Outcome result) {
        if (isOver()) {
            return;
        }
        outcome = Optional.of(result);
        answer = outcome;
        world.time.raise(news);
    }

    boolean isOver() {
        return outcome.isPresent() || !lost.isEmpty();
    }

    /** The power of its node is gone: nobody knows how far it came. */
    void loseRecord(String sentence) {
        if (isOver()) {
            return;
        }
        lost = sentence;
        tell("JOB-LOST", sentence);
    }

    /** The caller hears no more of it; the job itself may go on. */
    void tell(String code, String sentence) {
        answer = Optional.of(new Outcome.Unknown(Finding.error(code, what, sentence, "")));
        world.time.raise(news);
    }

    /** What the caller is told, once; whoever asks again attaches to the job itself. */
    Optional<Outcome> takeAnswer() {
        Optional<Outcome> taken = answer;
        answer = outcome.isPresent() || lost.isEmpty() ? outcome : answer;
        return taken;
    }

    Progress progress() {
        if (!lost.isEmpty()) {
            return new Progress.Unknown(lost);
        }
        return outcome.<Progress>map(Progress.Ended::new).orElseGet(Progress.Running::new);
    }

    boolean touches(Predicate<NodeId> which) {
        return node.filter(which).isPresent();
    }
}
