package understudy.driver.exchange.trial;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.LedgerEntry;
import understudy.core.run.RunResult;
import understudy.emulated.world.Group;
import understudy.emulated.world.MailboxServer;
import understudy.emulated.world.Service;
import understudy.emulated.world.WindowsNode;
import understudy.engine.run.RunEnding;

/** What must be said at every end of a run that did not finish: what is down by name, what stays in the ledger with its command. */
final class WhileStopped {
    private final List<String> faults = new ArrayList<>();

    /** What the trial has found wrong at its unfinished ends. */
    static List<String> faults(Trial trial) {
        return trial.whileStopped;
    }

    /** Looks at the world at the moment of an ending. */
    static List<String> at(Trial trial, RunEnding ending) {
        var stopped = new WhileStopped();
        if (ending.result() != RunResult.FINISHED) {
            stopped.look(trial, ending);
        }
        return stopped.faults;
    }

    private void look(Trial trial, RunEnding ending) {
        List<LedgerEntry> kept = ending.state().books().ledger();
        for (Group group : trial.world.groups()) {
            boolean served = trial.world
                    .mailboxServer(group.name())
                    .map(MailboxServer::isServed)
                    .orElse(group.state() == Group.State.ONLINE);
            if (!served && !ending.sentence().contains(group.name())) {
                faults.add(group.name() + " is " + group.state() + " and nothing says so: " + ending.sentence());
            }
        }
        for (WindowsNode node : trial.world.nodes()) {
            boolean said = kept.stream().anyMatch(entry -> isOf(entry, LedgerEntry.Kind.DRAIN, node));
            if (trial.world.isPaused(node) && !said) {
                faults.add(node.name() + " stays paused and the ledger has nothing of it: " + ending.sentence());
            }
            for (Service service : node.services()) {
                boolean held = kept.stream()
                        .anyMatch(entry -> isOf(entry, LedgerEntry.Kind.SERVICE, node)
                                && entry.byHand().contains(service.name()));
                var before = trial.services.getOrDefault(node.name() + " " + service.name(), "");
                if (!service.isRunning() && before.startsWith("true") && !held) {
                    faults.add(service.name() + " stays stopped on " + node.name()
                            + " and the ledger has nothing of it: " + ending.sentence());
                }
            }
        }
    }

    private static boolean isOf(LedgerEntry entry, LedgerEntry.Kind kind, WindowsNode node) {
        return entry.kind() == kind
                && entry.node().filter(one -> one.value().equals(node.name())).isPresent();
    }
}
