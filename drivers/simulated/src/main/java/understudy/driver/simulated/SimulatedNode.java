package understudy.driver.simulated;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.GroupId;
import understudy.core.model.Membership;
import understudy.core.model.NodeId;
import understudy.driver.simulated.scenario.NodeCondition;
import understudy.driver.simulated.scenario.NodeSetup;

/** One node as it really is, seen or not. */
final class SimulatedNode {
    final NodeSetup setup;
    final NodeId id;
    final Map<String, String> installed = new LinkedHashMap<>();
    final Map<String, Boolean> services = new LinkedHashMap<>();
    final Map<String, String> settings = new LinkedHashMap<>();
    final Set<GroupId> warm = new HashSet<>();

    Membership membership;
    boolean powered;
    boolean cut;
    boolean drained;
    boolean maintenance;
    boolean unreadable;
    /** Kept out of the cluster on purpose, through restarts. */
    boolean heldOut;
    /** It never boots again. */
    boolean dead;
    /** The others have noticed that it is gone, and have taken over what it had. */
    boolean givenUp;

    boolean fetched;
    /** What it had before the patch is kept on it. */
    boolean oldPackages;

    boolean diskFull;
    boolean packagesLocked;
    boolean installing;
    /** What setup has left to be done by a restart before the node may host. */
    boolean awaitsRestart;
    /** By a fault it asks for another restart after the next one. */
    boolean asksAgain;

    String restartReason;
    Optional<Damage> damage = Optional.empty();
    Optional<Runnable> whenEmpty = Optional.empty();
    int boots = 1;
    int installs;
    int restarts;
    long token;

    SimulatedNode(NodeSetup setup) {
        this.setup = setup;
        this.id = setup.id();
        this.restartReason = setup.restartNeeded();
        this.drained = setup.condition() == NodeCondition.DRAINED;
        this.maintenance = setup.condition() == NodeCondition.MAINTENANCE;
        this.unreadable = setup.condition() == NodeCondition.UNREADABLE;
        this.dead = setup.condition() == NodeCondition.LOST;
        this.membership = switch (setup.condition()) {
            case MEMBER, DRAINED, MAINTENANCE, UNREADABLE, BROKEN -> Membership.MEMBER;
            case DOWN -> Membership.LEFT;
            case LOST -> Membership.LOST;
        };
        this.powered = membership == Membership.MEMBER;
        if (setup.condition() == NodeCondition.BROKEN) {
            this.damage = Optional.of(new Damage(
                    "an installation on " + id + " was broken off before the scenario began",
                    "Repair the packages of " + id + " by hand.",
                    false));
        }
        setup.services().forEach((name, service) -> services.put(name, service.running()));
    }

    String bootId() {
        return id + "-boot-" + boots;
    }

    /** A settled member that takes groups. */
    boolean isOpen() {
        return powered && membership.isMember() && !drained && !maintenance;
    }

    /** Its word can be heard. */
    boolean answers() {
        return powered && !cut;
    }
}
