package understudy.driver.exchange.trial;

import java.util.ArrayList;
import java.util.List;
import understudy.core.run.RunResult;
import understudy.emulated.classic.OldGroup;
import understudy.emulated.classic.OldNode;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.classic.Product;
import understudy.emulated.world.Build;
import understudy.emulated.world.Service;

/** What must hold once a run on an Exchange before 2007 has come to its end, whatever came between; each fault is a sentence. */
final class ClassicAfter {
    private final ClassicTrial trial;
    private final OldWorld world;
    private final List<String> faults = new ArrayList<>();

    private ClassicAfter(ClassicTrial trial) {
        this.trial = trial;
        this.world = trial.world;
    }

    static List<String> faults(ClassicTrial trial) {
        var after = new ClassicAfter(trial);
        after.finished();
        after.world.nodes().forEach(after::node);
        after.cluster();
        after.faults.addAll(after.world.violations());
        return after.faults;
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

    private Build wanted() {
        Product product = trial.trial.product();
        return trial.trial.isFix() ? product.fix() : product.servicePack();
    }

    private void node(OldNode node) {
        var program = trial.trial.installer().substring(trial.trial.installer().lastIndexOf('\\') + 1);
        long installs = trial.count(node.name() + ": " + program);
        expect(installs == 1, program + " was run " + installs + " times on " + node.name() + ".");
        long restarts = trial.count("shutdown -r -m \\\\" + node.name());
        expect(restarts == (trial.trial.asks() ? 1 : 0), node.name() + " was restarted " + restarts + " times.");
        expect(node.binaries().equals(wanted()), node.name() + " has " + node.binaries() + ".");
        expect(!world.isPaused(node), node.name() + " is paused.");
        expect(
                node.registry().names(OldNode.UNDERSTUDY + "\\Ledger").isEmpty(),
                node.name() + " has marks: " + node.registry().names(OldNode.UNDERSTUDY + "\\Ledger"));
        for (Service service : node.services()) {
            boolean runs = !service.name().equals("SysmonLog");
            expect(
                    service.isRunning() == runs,
                    service.name() + " on " + node.name() + " runs: " + service.isRunning());
            expect(
                    service.startMode().equals(runs ? "Auto" : "Manual"),
                    service.name() + " on " + node.name() + " starts " + service.startMode() + ".");
        }
    }

    private void cluster() {
        for (OldGroup group : world.groups()) {
            expect(group.isOnline(), group.name() + " is " + group.status() + ".");
            for (OldGroup.Resource resource : group.resources()) {
                expect(
                        resource.possibleOwners().size() == world.nodes().size(),
                        resource.name() + " may be owned by " + resource.possibleOwners() + " only.");
            }
            group.properties()
                    .forEach((name, value) -> expect(
                            name.equals("UnderstudyLock") && value.matches("[0-9]+"),
                            group.name() + " has the property " + name + "=" + value + "."));
        }
        if (world.product() == Product.EXCHANGE_2003 && !trial.trial.isFix()) {
            world.virtualServers()
                    .forEach(server -> expect(
                            server.version().equals(world.product().servicePack()),
                            server.group().name() + " is at " + server.version() + "."));
        }
    }
}
