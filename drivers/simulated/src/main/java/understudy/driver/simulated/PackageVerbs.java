package understudy.driver.simulated;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.LedgerEntry;
import understudy.core.model.PatchState;
import understudy.core.model.Version;
import understudy.driver.simulated.scenario.FaultKind;
import understudy.driver.simulated.scenario.Latency;
import understudy.driver.simulated.scenario.ServiceSetup;
import understudy.engine.ports.Order;

/** Fetching, installing and verifying packages on a node, with the rules of each platform's setup. */
final class PackageVerbs {
    private final World world;
    private final Hosts hosts;
    private final GroupMoves moves;
    private final OldPackages old;

    PackageVerbs(World world, Hosts hosts, GroupMoves moves, OldPackages old) {
        this.world = world;
        this.hosts = hosts;
        this.moves = moves;
        this.old = old;
    }

    void fetch(Order order, Job job) {
        SimulatedNode node = subject(order);
        if (!isReachable(node, job)) {
            return;
        }
        Duration time = node.fetched ? Duration.ZERO : world.draw(Latency.FETCH, node.id.value());
        world.time.after(time, () -> {
            if (node.diskFull) {
                job.fail(
                        "DISK-FULL",
                        node.id.value(),
                        "The disk of " + node.id + " is full.",
                        "Free space on " + node.id + ".");
                return;
            }
            node.fetched = true;
            node.oldPackages |= !order.targets().before(node.id).isEmpty();
            job.succeed("");
        });
        // Last, since our process may end before it is recorded: the job goes on without us, and is fetched again for
        // the record.
        old.mark(order, node);
    }

    void install(Order order, Job job) {
        SimulatedNode node = subject(order);
        if (!isReachable(node, job) || !mayBegin(order, node, job) || !setupAgrees(node, job)) {
            return;
        }
        if (node.maintenance || world.maintenance) {
            world.violated(
                    "MAINTENANCE-TOUCHED",
                    node.id.value(),
                    "An installation began on " + node.id + ", which is in maintenance.");
        }
        node.installing = true;
        List<Runnable> resumed = world.rules.setupRefusesOwner() ? List.of() : moves.interruptAll(node);
        world.changed();
        if (job.has(FaultKind.INSTALL_HANGS)) {
            world.happened("The installation on " + node.id + " hangs.");
            return;
        }
        int boot = node.boots;
        Duration time = world.draw(Latency.INSTALL, node.id.value());
        boolean broken = job.has(FaultKind.BAD_PACKAGE) || job.has(FaultKind.INSTALL_FAILS);
        Duration all = node.fetched ? time : time.plus(world.draw(Latency.FETCH, node.id.value()));
        world.time.after(broken ? all.dividedBy(2) : all, () -> {
            if (node.powered && node.boots == boot && node.installing) {
                node.installing = false;
                installed(order, job, node);
                resumed.forEach(Runnable::run);
                world.changed();
            }
        });
    }

    private boolean mayBegin(Order order, SimulatedNode node, Job job) {
        if (node.installing || node.packagesLocked) {
            job.fail(
                    "PACKAGES-LOCKED",
                    node.id.value(),
                    "Another package tool works on " + node.id + " and holds its lock.",
                    "Wait until it has ended.");
            return false;
        }
        if (node.diskFull) {
            job.fail(
                    "DISK-FULL",
                    node.id.value(),
                    "The disk of " + node.id + " is full.",
                    "Free space on " + node.id + ".");
            return false;
        }
        if (node.damage.isPresent() && !node.damage.get().repairable()) {
            job.fail(
                    "PACKAGES-BROKEN",
                    node.id.value(),
                    node.damage.get().reason(),
                    node.damage.get().remedy());
            return false;
        }
        if (isNotAsSeen(order, node)) {
            job.fail(
                    "VERSIONS-CHANGED",
                    node.id.value(),
                    "The versions on " + node.id + " are not those that were seen when the step was decided.");
            return false;
        }
        return true;
    }

    private static boolean isNotAsSeen(Order order, SimulatedNode node) {
        if (order.seen().node(node.id).map(seen -> seen.patch()).orElse(null)
                instanceof PatchState.Behind(List<Change> changes)) {
            return changes.stream()
                    .anyMatch(change -> !change.from().equals(node.installed.getOrDefault(change.component(), "")));
        }
        return false;
    }

    /** Exchange's setup: on most clusters no group on the node, and nowhere performance counters that are held open. */
    private boolean setupAgrees(SimulatedNode node, Job job) {
        Optional<SimulatedGroup> owned = world.groups.values().stream()
                .filter(group -> world.rules.setupRefusesOwner() && hosts.isOn(group, node))
                .findFirst();
        if (owned.isPresent()) {
            String sentence = "Setup refuses " + node.id + ", because it owns the group " + owned.get().id + ".";
            world.violated("SETUP-ON-OWNER", node.id.value(), sentence);
            job.fail("SETUP-ON-OWNER", node.id.value(), sentence, "Move the group to another node.");
            return false;
        }
        if (!world.rules.countersBlockSetup()) {
            return true;
        }
        if (world.rules.setupStaysInPlace() && !new InPlaceSetup(world, hosts).agrees(node, job)) {
            return false;
        }
        holdAgain(node);
        for (Map.Entry<String, ServiceSetup> service : node.setup.services().entrySet()) {
            if (service.getValue().holdsCounters() && node.services.getOrDefault(service.getKey(), false)) {
                String sentence = "Setup on " + node.id + " fails, because the service " + service.getKey()
                        + " holds performance counters open.";
                world.violated("COUNTERS-HELD", node.id.value(), sentence);
                job.fail("COUNTERS-HELD", node.id.value(), sentence, "Stop the service before the installation.");
                return false;
            }
        }
        return true;
    }

    /** A restart has started again what is held stopped. */
    private void holdAgain(SimulatedNode node) {
        for (String service : node.setup.services().keySet()) {
            boolean held = world.marks.values().stream()
                    .anyMatch(mark -> mark.kind() == LedgerEntry.Kind.SERVICE
                            && mark.node().equals(Optional.of(node.id))
                            && mark.before().equals(service + "=running"));
            if (held) {
                node.services.put(service, false);
                world.changed();
            }
        }
    }

    private void installed(Order order, Job job, SimulatedNode node) {
        if (job.has(FaultKind.INSTALL_FAILS)) {
            job.fail(
                    "INSTALL-FAILED",
                    node.id.value(),
                    "The installation on " + node.id + " ended in an error and changed nothing.");
            return;
        }
        if (job.has(FaultKind.BAD_PACKAGE)) {
            Damage damage = new Damage(
                    "A package's own script failed on " + node.id + ", which left it half configured.",
                    "Install a good version of the package on " + node.id + " by hand.",
                    false);
            node.damage = Optional.of(damage);
            FaultPlay.afterwards(
                    world,
                    job.fault(FaultKind.BAD_PACKAGE).flatMap(fault -> fault.lasts()),
                    () -> node.damage = Optional.empty());
            job.fail("PACKAGES-BROKEN", node.id.value(), damage.reason(), damage.remedy());
            return;
        }
        node.installs++;
        node.damage = Optional.empty();
        node.installed.putAll(newest(order, node));
        if (world.scenario.patch().restart()) {
            node.restartReason = "the patch replaced files that are in use";
            node.awaitsRestart = true;
        }
        world.happened("The patch is installed on " + node.id + ".");
        job.succeed("");
    }

    /** What the targets ask for or, without them, what the nodes' own sources offer; nothing gets older. */
    private Map<String, String> newest(Order order, SimulatedNode node) {
        Map<String, String> result = new LinkedHashMap<>();
        List<Version> targets = order.targets().of(node.id);
        if (targets.isEmpty()) {
            world.scenario.patch().changes().forEach(change -> result.put(change.component(), change.to()));
        }
        targets.forEach(target -> result.put(target.component(), target.version()));
        result.entrySet()
                .removeIf(one ->
                        VersionOrder.compare(node.installed.getOrDefault(one.getKey(), ""), one.getValue()) >= 0);
        return result;
    }

    void verify(Order order, Job job) {
        SimulatedNode node = subject(order);
        if (!isReachable(node, job)) {
            return;
        }
        world.time.after(world.draw(Latency.LOOK, node.id.value()), () -> {
            for (Version target : order.targets().of(node.id)) {
                String has = node.installed.getOrDefault(target.component(), "");
                boolean reached = order.targets().isTakenBack(node.id)
                        ? has.equals(target.version())
                        : VersionOrder.compare(has, target.version()) >= 0;
                if (!reached) {
                    job.fail(
                            "VERSION-BEHIND",
                            node.id.value(),
                            target.component() + " on " + node.id + " is at " + has + ", not at " + target.version()
                                    + ".");
                    return;
                }
            }
            job.succeed("");
        });
    }

    private SimulatedNode subject(Order order) {
        return world.node(order.step().node().orElseThrow());
    }

    private static boolean isReachable(SimulatedNode node, Job job) {
        if (node.answers()) {
            return true;
        }
        job.fail("NODE-UNREACHABLE", node.id.value(), node.id + " cannot be reached, so that nothing was begun there.");
        return false;
    }
}
