package understudy.driver.simulated;

import java.time.Duration;
import understudy.core.model.Change;
import understudy.core.model.Fencing;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.LockSetup;

/** What each fault of the cluster does to it. */
final class FaultEffects {
    private final World world;
    private final Failover failover;
    private final NodeLives lives;
    private final SimulatedLock lock;

    FaultEffects(World world, Hosts hosts, NodeLives lives, SimulatedLock lock) {
        this.world = world;
        this.failover = new Failover(world, hosts);
        this.lives = lives;
        this.lock = lock;
    }

    void strike(Fault fault) {
        world.happened("Fault: " + fault.kind().written()
                + fault.node().map(node -> " " + node).orElse("")
                + fault.group().map(group -> " " + group).orElse(""));
        Runnable right = strikes(fault);
        FaultPlay.afterwards(world, fault.lasts(), right);
        world.changed();
    }

    /** Lets it happen and answers how it is put right. */
    private Runnable strikes(Fault fault) {
        return switch (fault.kind()) {
            case NODE_POWER_LOSS -> nothing(() -> lives.losePower(node(fault), fault.lasts()));
            case NETWORK_CUT -> nothing(() -> lives.cutOff(node(fault), fault.lasts()));
            case START_FAILS -> startFails(group(fault), node(fault).id);
            case STOP_HANGS -> stopHangs(group(fault), node(fault).id);
            case QUORUM_LOSS -> {
                world.votes.suspended = true;
                yield () -> world.votes.suspended = false;
            }
            case VOTER_LOST -> {
                world.votes.lose(fault.voter());
                yield () -> world.votes.regain(fault.voter());
            }
            case GROUP_MOVES_BY_ITSELF -> nothing(() -> failover.of(group(fault), fault.node()));
            case SOMEBODY_DRAINS -> {
                node(fault).drained = true;
                yield () -> node(fault).drained = false;
            }
            case SOMEBODY_PATCHES -> nothing(() -> patch(node(fault)));
            case SOMEBODY_TAKES_LOCK ->
                nothing(() -> lock.takenBy(new LockSetup(
                        "somebody-else", "another-store", fault.lasts().orElse(Duration.ofHours(1)))));
            case CLUSTER_MAINTENANCE -> {
                world.maintenance = true;
                yield () -> world.maintenance = false;
            }
            case DISK_FULL -> {
                node(fault).diskFull = true;
                yield () -> node(fault).diskFull = false;
            }
            case PACKAGE_LOCK_HELD -> {
                node(fault).packagesLocked = true;
                yield () -> node(fault).packagesLocked = false;
            }
            case FENCING_FAILS -> {
                Fencing before = world.fencing;
                world.fencing = new Fencing.Fails("the scenario broke the fence agent");
                yield () -> world.fencing = before;
            }
            case NODE_UNREADABLE -> {
                node(fault).unreadable = true;
                yield () -> node(fault).unreadable = false;
            }
            case NO_ANSWER -> {
                world.silent = true;
                yield () -> world.silent = false;
            }
            case INSTALL_FAILS,
                    INSTALL_HANGS,
                    BAD_PACKAGE,
                    CONNECTION_LOST,
                    COMMAND_LIES,
                    CALLER_DIES,
                    RESTART_NEVER_COMES_BACK,
                    RESTART_COMES_BACK_OLD_BOOT,
                    RESTART_STILL_NEEDED ->
                throw new IllegalStateException("The fault " + fault.kind().written() + " belongs to a step.");
        };
    }

    private static Runnable nothing(Runnable strike) {
        strike.run();
        return () -> {};
    }

    private static Runnable startFails(SimulatedGroup group, NodeId node) {
        group.startFailsOn.add(node);
        return () -> {
            group.startFailsOn.remove(node);
            group.failedOn.remove(node);
        };
    }

    private static Runnable stopHangs(SimulatedGroup group, NodeId node) {
        group.stopHangsOn.add(node);
        return () -> group.stopHangsOn.remove(node);
    }

    /** It dies where it is; the cluster starts it where it may, or where somebody wanted it. */
    private void patch(SimulatedNode node) {
        for (Change change : world.scenario.patch().changes()) {
            node.installed.put(change.component(), change.to());
        }
        if (world.scenario.patch().restart()) {
            node.restartReason = "somebody has patched it by hand";
        }
    }

    private SimulatedNode node(Fault fault) {
        return world.node(fault.node().orElseThrow());
    }

    private SimulatedGroup group(Fault fault) {
        GroupId id = fault.group().orElseThrow();
        return world.group(id);
    }
}
