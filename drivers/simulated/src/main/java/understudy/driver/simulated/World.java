package understudy.driver.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import understudy.core.model.Change;
import understudy.core.model.Fencing;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.driver.simulated.scenario.GroupSetup;
import understudy.driver.simulated.scenario.Latency;
import understudy.driver.simulated.scenario.NodeSetup;
import understudy.driver.simulated.scenario.Scenario;

/** Everything that is true of a simulated cluster, whoever looks; guarded by its time's lock. */
final class World {
    final Scenario scenario;
    final SimulatedTime time;
    final PlatformRules rules;
    final Map<NodeId, SimulatedNode> nodes = new LinkedHashMap<>();
    final Map<GroupId, SimulatedGroup> groups = new LinkedHashMap<>();
    final Map<String, LedgerEntry> marks = new LinkedHashMap<>();
    final ServiceLog service = new ServiceLog();
    final List<Finding> violations = new ArrayList<>();
    final List<Happening> happenings = new ArrayList<>();
    final Signal changed = new Signal();
    final Votes votes;

    Fencing fencing;
    boolean maintenance;
    boolean silent;
    long version;
    private final List<Runnable> reactions = new ArrayList<>();
    private final Map<String, Integer> draws = new LinkedHashMap<>();
    private boolean settling;
    private boolean again;

    World(Scenario scenario, SimulatedTime time) {
        this.scenario = scenario;
        this.time = time;
        this.rules = PlatformRules.of(
                scenario.cluster().platform(), scenario.cluster().kind());
        this.fencing = scenario.cluster().fencing();
        this.maintenance = scenario.cluster().maintenance();
        for (NodeSetup setup : scenario.nodes()) {
            SimulatedNode node = new SimulatedNode(setup);
            for (Change change : scenario.patch().changes()) {
                node.installed.put(change.component(), change.from());
            }
            node.installed.putAll(setup.installed());
            nodes.put(node.id, node);
        }
        for (GroupSetup setup : scenario.groups()) {
            groups.put(setup.id(), new SimulatedGroup(setup));
        }
        this.votes = new Votes(scenario.cluster(), nodes.values());
    }

    Instant now() {
        return time.instant();
    }

    SimulatedNode node(NodeId id) {
        return known(nodes.get(id), "node " + id);
    }

    SimulatedGroup group(GroupId id) {
        return known(groups.get(id), "group " + id);
    }

    private <T> T known(@org.jspecify.annotations.Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("The simulated cluster " + scenario.name() + " has no " + what + ".");
        }
        return value;
    }

    /** A node that has every version that the scenario's patch brings, or newer ones. */
    boolean isPatched(SimulatedNode node) {
        for (Change change : scenario.patch().changes()) {
            String has = node.installed.getOrDefault(change.component(), "");
            if (VersionOrder.compare(has, change.to()) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Draws how long something takes; the same thing done again draws anew. */
    Duration draw(Latency latency, String subject) {
        return scenario.latencies().draw(latency, subject, draws.merge(latency + " " + subject, 1, Integer::sum));
    }

    void happened(String sentence) {
        happenings.add(new Happening(now(), sentence));
    }

    /** The caller has broken a rule that reality would have punished. */
    void violated(String code, String subject, String sentence) {
        violations.add(Finding.error(code, subject, sentence, ""));
        happened("VIOLATION: " + sentence);
    }

    /** Has something look at the cluster after each change, and react. */
    void reactBy(Runnable reaction) {
        reactions.add(reaction);
    }

    /** Something has changed: lets the cluster react until it has nothing more to do, and tells those who wait. */
    void changed() {
        version++;
        if (settling) {
            again = true;
            return;
        }
        settling = true;
        do {
            again = false;
            reactions.forEach(Runnable::run);
        } while (again);
        settling = false;
        groups.values().forEach(group -> service.note(group, now()));
        time.raise(changed);
    }
}
