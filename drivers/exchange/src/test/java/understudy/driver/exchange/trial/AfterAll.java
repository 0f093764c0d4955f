package understudy.driver.exchange.trial;

import java.util.ArrayList;
import java.util.List;
import understudy.core.run.RunResult;
import understudy.emulated.world.Build;
import understudy.emulated.world.Group;
import understudy.emulated.world.Service;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** What must hold once a run has been resumed to its end, whatever came between; each fault is a sentence. */
final class AfterAll {
    private static final String LEDGER = "HKLM:\\SOFTWARE\\Understudy\\Ledger";

    private final Trial trial;
    private final World world;
    private final List<String> faults = new ArrayList<>();

    private AfterAll(Trial trial) {
        this.trial = trial;
        this.world = trial.world;
    }

    /** Everything that is wrong where the run alone has moved the mailbox server; empty where all is well. */
    static List<String> faults(Trial trial) {
        var after = new AfterAll(trial);
        after.ended();
        after.times("Stop-ClusteredMailboxServer", 1);
        after.times(": Move-ClusteredMailboxServer", 1);
        return after.faults;
    }

    /** Everything that is wrong where the cluster may have moved the mailbox server by itself. */
    static List<String> faultsBesideMoves(Trial trial) {
        var after = new AfterAll(trial);
        after.ended();
        return after.faults;
    }

    private void ended() {
        finished();
        once();
        world.nodes().forEach(this::node);
        cluster();
        faults.addAll(world.violations());
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    private void finished() {
        var last = trial.endings.getLast();
        expect(last.result() == RunResult.FINISHED, "The run ended " + last.result() + ": " + last.sentence());
        expect(
                last.state().books().ledger().isEmpty(),
                "The ledger keeps " + last.state().books().ledger());
    }

    private void once() {
        for (WindowsNode node : world.nodes()) {
            times(node.name() + ": Setup.com /m:upgrade", 1);
            times(node.name() + ": shutdown -r", 1);
        }
        times("Setup.com /upgradecms", 1);
    }

    private void times(String command, int wanted) {
        long seen = trial.count(command);
        expect(seen == wanted, command + " was given " + seen + " times.");
    }

    private void node(WindowsNode node) {
        expect(!world.isPaused(node), node.name() + " is paused.");
        var version = node.registry().value(WindowsNode.EXCHANGE_KEY + "\\MailboxRole", "ConfiguredVersion");
        expect(version.filter(Build.SP1.toString()::equals).isPresent(), node.name() + " is at " + version + ".");
        expect(
                node.registry().names(LEDGER).isEmpty(),
                node.name() + " has marks: " + node.registry().names(LEDGER));
        for (Service service : node.services()) {
            expect(service.isRunning(), service.name() + " does not run on " + node.name() + ".");
            expect(service.startMode().equals("Auto"), service.name() + " starts otherwise on " + node.name() + ".");
        }
    }

    private void cluster() {
        var mail = world.group(SingleCopyCluster.MAILBOX_SERVER).orElseThrow();
        expect(mail.state() == Group.State.ONLINE, mail.name() + " is " + mail.state() + ".");
        var version = world.mailboxServers().getFirst().version();
        expect(version.equals(Build.SP1), mail.name() + " is at " + version + ".");
        for (Group.Resource resource : mail.resources()) {
            expect(
                    resource.possibleOwners().size() == world.nodes().size(),
                    resource.name() + " may be owned by " + resource.possibleOwners() + " only.");
        }
        var properties = world.group("Cluster Group").orElseThrow().properties();
        properties.forEach((name, value) -> expect(
                name.equals("UnderstudyLock") && value.matches("[0-9]+"),
                "The cluster group has the property " + name + "=" + value + "."));
    }
}
