package understudy.driver.exchange.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import understudy.core.run.RunResult;
import understudy.emulated.world.AloneServer;
import understudy.emulated.world.Build;
import understudy.emulated.world.Group;
import understudy.emulated.world.MailboxServer;
import understudy.emulated.world.Service;
import understudy.emulated.world.Setup;
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

    /** Everything that is wrong where the run alone has moved the mailbox servers; empty where all is well. */
    static List<String> faults(Trial trial) {
        var after = new AfterAll(trial);
        after.ended();
        int moving =
                trial.trialCase.isAlone() ? 0 : trial.world.mailboxServers().size();
        int servers = moving * (trial.trialCase.moveBack() ? 2 : 1);
        after.times("Stop-ClusteredMailboxServer", trial.trialCase.isRollup() ? 0 : servers);
        after.times(": Move-ClusteredMailboxServer", servers);
        return after.faults;
    }

    /** Everything that is wrong where the cluster may have moved a mailbox server by itself. */
    static List<String> faultsBesideMoves(Trial trial) {
        var after = new AfterAll(trial);
        after.ended();
        return after.faults;
    }

    private void ended() {
        finished();
        once();
        world.nodes().forEach(this::node);
        world.mailboxServers().forEach(this::server);
        properties();
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
        boolean rollup = trial.trialCase.isRollup();
        for (WindowsNode node : world.nodes()) {
            times(node.name() + ": Setup.com /m:upgrade", rollup ? 0 : 1);
            times(node.name() + ": msiexec /update", rollup ? 1 : 0);
            times(node.name() + ": shutdown -r", rollup ? 0 : 1);
        }
        times(
                "Setup.com /upgradecms",
                rollup || trial.trialCase.isAlone() ? 0 : world.mailboxServers().size());
    }

    private void times(String command, int wanted) {
        long seen = trial.count(command);
        expect(seen == wanted, command + " was given " + seen + " times.");
    }

    private void node(WindowsNode node) {
        expect(!world.isPaused(node), node.name() + " is paused.");
        var store = node.versionOf("C:\\Program Files\\Microsoft\\Exchange Server\\bin\\store.exe");
        expect(store.filter(trial.trialCase.target()::equals).isPresent(), node.name() + " is at " + store + ".");
        var version = node.registry().value(WindowsNode.EXCHANGE_KEY + "\\MailboxRole", "ConfiguredVersion");
        expect(version.filter(Build.SP1.toString()::equals).isPresent(), node.name() + " is at " + version + ".");
        expect(
                node.registry().names(LEDGER).isEmpty(),
                node.name() + " has marks: " + node.registry().names(LEDGER));
        for (Service service : node.services()) {
            var now = service.isRunning() + " " + service.startMode();
            var before = trial.services.get(node.name() + " " + service.name());
            expect(
                    now.equals(before),
                    service.name() + " on " + node.name() + " was " + before + " and is " + now + ".");
        }
        var logons = node.machine().logonTypes();
        expect(
                logons.isEmpty() || logons.equals(AloneServer.LOGON_TYPES),
                "Clients log on to " + node.name() + " by " + logons + ".");
        boolean replicated = trial.trialCase.kind().equals("ccr") && !trial.trialCase.isRollup();
        var streaming = node.registry().value(Setup.STREAMING_KEY, Setup.STREAMING);
        expect(!replicated || streaming.filter("1"::equals).isPresent(), "Streaming backup: " + streaming);
    }

    private void server(MailboxServer server) {
        var mail = server.group();
        expect(mail.state() == Group.State.ONLINE, mail.name() + " is " + mail.state() + ".");
        expect(server.isServed(), mail.name() + " has dismounted databases.");
        var version = trial.trialCase.isAlone() ? trial.trialCase.target() : Build.SP1;
        expect(server.version().equals(version), mail.name() + " is at " + server.version() + ".");
        for (Group.Resource resource : mail.resources()) {
            expect(
                    resource.possibleOwners().size() == world.nodes().size(),
                    resource.name() + " may be owned by " + resource.possibleOwners() + " only.");
        }
    }

    private void properties() {
        var properties = world.group("Cluster Group").map(Group::properties).orElse(Map.of());
        properties.forEach((name, value) -> expect(
                name.equals("UnderstudyLock") && value.matches("[0-9]+"),
                "The cluster group has the property " + name + "=" + value + "."));
    }
}
