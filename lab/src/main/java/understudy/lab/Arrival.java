package understudy.lab;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Waits for a lab that has been switched on: nodes boot, the cluster forms, the groups start and answer. */
record Arrival(LabSpec spec, PowerControl power, LabFiles files) {
    private static final Duration BOOT = Duration.ofSeconds(90);
    private static final Duration JOIN = Duration.ofSeconds(90);
    private static final Duration SERVE = Duration.ofMinutes(2);

    void await(LabListener listener) {
        var observation = new Observation(spec, power);
        for (var node : spec.nodes()) {
            require(BOOT, node.name() + " boots", listener, () -> Client.reachesSsh(node));
        }
        require(
                JOIN,
                "all " + spec.shape().nodes() + " nodes are online",
                listener,
                () -> observation.view().filter(ClusterView::allOnline).isPresent());
        letServe();
        for (var group : spec.groups()) {
            require(SERVE, group.name() + " answers on " + group.address(), listener, () -> Client.answers(group));
        }
        require(SERVE, "every group is whole", listener, observation::isSettled);
    }

    /** Lifts what held the new cluster back until all of its nodes were there. */
    private void letServe() {
        var first = new NodeShell(power, spec.node("n1"));
        var held = first.run(List.of("crm_attribute", "-G", "-q", "-n", ClusterConfiguration.STOP_ALL));
        if (!held.succeeded()) {
            return;
        }
        if (spec.shape().fencing()) {
            first.require("crm_attribute", "-n", ClusterConfiguration.FENCING, "-v", "true");
        }
        first.require("crm_attribute", "-D", "-n", ClusterConfiguration.STOP_ALL);
    }

    private void require(Duration limit, String what, LabListener listener, BooleanSupplier condition) {
        if (!Await.until(limit, condition)) {
            var failures = new Observation(spec, power)
                    .view()
                    .map(ClusterView::failures)
                    .orElse(List.of());
            throw new LabException("Waited " + limit.toSeconds() + " s in vain until " + what + ": "
                    + (failures.isEmpty() ? "" : String.join("; ", failures) + "; ")
                    + "see the files *.console in " + files.folder() + ", and `understudy lab status`.");
        }
        listener.progress(what);
    }
}
