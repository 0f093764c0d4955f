package understudy.driver.bigfix.trial;

import java.util.ArrayList;
import java.util.List;
import understudy.core.run.RunResult;
import understudy.emulated.world.Group;
import understudy.emulated.world.WindowsNode;

/** What must hold once a run has been resumed to its end, whatever came between; each fault is a sentence. */
final class AfterAll {
    private final Trial trial;
    private final List<String> faults = new ArrayList<>();

    private AfterAll(Trial trial) {
        this.trial = trial;
    }

    static List<String> faults(Trial trial) {
        var after = new AfterAll(trial);
        after.all();
        return after.faults;
    }

    private void all() {
        var last = trial.endings.getLast();
        expect(last.result() == RunResult.FINISHED, "The run ended " + last.result() + ": " + last.sentence());
        expect(
                last.state().books().ledger().isEmpty(),
                "The ledger keeps " + last.state().books().ledger());
        for (WindowsNode node : trial.world.nodes()) {
            expect(!trial.world.isPaused(node), node.name() + " is paused.");
            once(node.name() + ": install KB958644");
            once(node.name() + ": restart");
            once(node.name() + ": pause");
            once(node.name() + ": resume");
        }
        var group = trial.world.group(trial.trialCase.group()).orElseThrow();
        expect(group.state() == Group.State.ONLINE, group.name() + " is " + group.state() + ".");
        expect(trial.outages() == 1, group.name() + " had " + trial.outages() + " outages.");
        expect(trial.world.violations().isEmpty(), "Violated: " + trial.world.violations());
        var open = trial.server.titles().stream()
                .filter(title -> title.startsWith("Understudy look"))
                .toList();
        expect(open.isEmpty(), "Left on the server: " + open);
    }

    private void once(String line) {
        long seen = trial.count(line);
        expect(seen == 1, line + " was done " + seen + " times.");
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
