package understudy.driver.simulated;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.Placement;
import understudy.driver.simulated.scenario.GroupCondition;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.GroupVersion;

/** One group as it really is. */
final class SimulatedGroup {
    final GroupSetup setup;
    final GroupId id;
    final Map<NodeId, Copy> copies = new LinkedHashMap<>();
    final Set<NodeId> failedOn = new HashSet<>();
    final Set<NodeId> withdrawn = new HashSet<>();
    final Set<NodeId> startFailsOn = new HashSet<>();
    final Set<NodeId> stopHangsOn = new HashSet<>();

    boolean wanted;
    boolean managed;
    /** A node with the patch has started it, so that a version fence holds. */
    boolean newerStarted;
    /** It is being moved or upgraded while it is stopped. */
    boolean worked;
    /** It has failed wherever it may run, and is left so until somebody starts or moves it. */
    boolean givenUp;

    String version;
    Optional<NodeId> preference = Optional.empty();
    /** Where it ran last; on platforms where stopped groups have owners, its owner. */
    Optional<NodeId> home = Optional.empty();

    int events;

    SimulatedGroup(GroupSetup setup) {
        this.setup = setup;
        this.id = setup.id();
        this.wanted = setup.condition() != GroupCondition.STOPPED;
        this.managed = setup.condition() != GroupCondition.UNMANAGED;
        this.version = setup.version().map(GroupVersion::version).orElse("");
    }

    boolean isPromotable() {
        return setup.placement() instanceof Placement.Promotable;
    }

    boolean isSingle() {
        return setup.placement() instanceof Placement.Single;
    }

    boolean isVersioned() {
        return setup.version().isPresent();
    }

    int least() {
        return switch (setup.placement()) {
            case Placement.Single() -> 1;
            case Placement.Spread(int least) -> least;
            case Placement.Promotable() -> 1;
        };
    }

    boolean isServing(Copy copy) {
        return copy.phase == Copy.Phase.UP && (copy.promoted || !isPromotable());
    }

    List<NodeId> serving() {
        return copies.values().stream()
                .filter(this::isServing)
                .map(copy -> copy.node.id)
                .toList();
    }

    boolean isServed() {
        int serving = 0;
        for (Copy copy : copies.values()) {
            if (isServing(copy)) {
                serving++;
            }
        }
        return serving >= least();
    }

    /** The one copy of a group with one owner. */
    Optional<Copy> only() {
        return copies.isEmpty()
                ? Optional.empty()
                : Optional.of(copies.values().iterator().next());
    }

    Optional<Copy> promoted() {
        return copies.values().stream().filter(copy -> copy.promoted).findFirst();
    }

    /** Something goes on with it. */
    boolean isInMotion() {
        for (Copy copy : copies.values()) {
            if (!copy.isSettled()) {
                return true;
            }
        }
        return worked;
    }
}
