package understudy.driver.bigfix.act;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import understudy.core.model.NodeId;
import understudy.driver.bigfix.BigFixSettings;
import understudy.driver.bigfix.Component;
import understudy.driver.bigfix.FixletRef;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.Role;
import understudy.driver.bigfix.Waits;
import understudy.driver.bigfix.lock.Marks;
import understudy.driver.bigfix.observe.Computer;
import understudy.driver.bigfix.observe.Observer;
import understudy.driver.bigfix.observe.View;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Silence;

/** The cluster as the verbs use it: looked at, awaited, marked. */
final class Nodes {
    private final BigFixSettings settings;
    private final BigFixApi api;
    private final Observer observer;
    private final Marks marks;

    Nodes(BigFixSettings settings, BigFixApi api, Observer observer, Marks marks) {
        this.settings = settings;
        this.api = api;
        this.observer = observer;
        this.marks = marks;
    }

    BigFixSettings settings() {
        return settings;
    }

    BigFixApi api() {
        return api;
    }

    Marks marks() {
        return marks;
    }

    Instant now() {
        return settings.clock().instant();
    }

    /** Something was changed: what was reported before does not count any more. */
    void changed() {
        observer.changed();
    }

    View look() throws Refusal {
        return look(Set.of());
    }

    View look(Set<Component> patches) throws Refusal {
        try {
            return observer.look(patches);
        } catch (Silence silence) {
            throw Refusal.silent(silence, api.server());
        }
    }

    /** Looks until something holds; false where it does not in time. */
    boolean await(Predicate<View> holds, Instant until) throws Refusal {
        var waits = waits();
        while (true) {
            if (holds.test(look())) {
                return true;
            }
            if (!now().isBefore(until) || Thread.currentThread().isInterrupted()) {
                return false;
            }
            waits.pause();
        }
    }

    Waits waits() {
        return new Waits(settings);
    }

    /** A node's computer, which has to have reported. */
    Computer fresh(View view, NodeId node) throws Refusal {
        return view.computer(node)
                .filter(Computer::isFresh)
                .orElseThrow(() -> Refusal.failed(
                        "BIGFIX-SILENT",
                        node.value(),
                        "The agent of " + node + " has not reported although it was told to.",
                        "Look at the BES Client service on " + node + "."));
    }

    /** A node's computer, silent or not. */
    Computer known(View view, NodeId node) throws Refusal {
        return view.computer(node)
                .orElseThrow(() -> Refusal.failed(
                        "BIGFIX-NO-SUCH-NODE",
                        node.value(),
                        "The inventory has no node " + node + ".",
                        "Correct the inventory."));
    }

    FixletRef fixlet(Role role) {
        return settings.fixlets().of(role);
    }

    Map<String, String> parameters(Role role) {
        return settings.fixlets().parameters().getOrDefault(role, Map.of());
    }

    boolean isRelevant(View view, Role role, Computer computer) {
        var ref = fixlet(role);
        return view.isRelevant(ref.siteName().name(), ref.id(), computer.id());
    }
}
