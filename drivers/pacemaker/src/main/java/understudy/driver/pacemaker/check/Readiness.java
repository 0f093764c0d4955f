package understudy.driver.pacemaker.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import understudy.core.model.Finding;
import understudy.core.model.Patch;
import understudy.driver.pacemaker.PacemakerSettings;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.driver.pacemaker.observe.ClusterLook.Judged;
import understudy.driver.pacemaker.observe.ClusterTalk;
import understudy.driver.pacemaker.offer.Offers;
import understudy.engine.ports.Offer;

/** Asks every question at once and gathers all findings, so that the operator sees the whole list and not its first line. */
public final class Readiness {
    private static final Duration CALL = Duration.ofSeconds(30);

    private final PacemakerSettings settings;
    private final ClusterTalk talk;
    private final ExecutorService threads;

    public Readiness(PacemakerSettings settings, ClusterTalk talk, ExecutorService threads) {
        this.settings = settings;
        this.talk = talk;
        this.threads = threads;
    }

    /** Every finding; notes too. */
    public List<Finding> check(Patch patch) {
        List<CompletableFuture<NodeReadiness>> nodes = new ArrayList<>();
        for (NodeLink link : talk.links()) {
            nodes.add(later(() -> NodeReadiness.ask(link, CALL, settings.clock(), proofs())));
        }
        var offered = later(() -> new Offers(talk.links(), threads).offer(patch));
        List<Finding> findings = new ArrayList<>();
        switch (talk.look()) {
            case Judged.Believed(ClusterLook look) ->
                findings.addAll(new ClusterReadiness(settings, look).findings(talk.links()));
            case Judged.NotBelieved(String reason) ->
                findings.add(Finding.error(
                        "PACEMAKER-NOT-SEEN",
                        settings.cluster(),
                        "No node of " + settings.cluster() + " gave a believable view of the cluster: " + reason,
                        "Look at the nodes with crm_mon -1 and corosync-quorumtool -s."));
        }
        var answered = nodes.stream().map(CompletableFuture::join).toList();
        answered.forEach(node -> findings.addAll(node.findings()));
        findings.addAll(NodeReadiness.skew(answered));
        Offer offer = offered.join();
        findings.addAll(offer.findings());
        findings.addAll(stack(offer));
        return List.copyOf(findings);
    }

    /** The cluster's own packages are replaced under its feet, unless the procedure lets the node leave before. */
    private static List<Finding> stack(Offer offer) {
        return offer.nodes().stream()
                .filter(node -> node.changes().stream()
                        .anyMatch(change -> change.component().matches("corosync|pacemaker|libqb[0-9]*|libknet[0-9]*")))
                .map(node -> Finding.warning(
                        "CLUSTER-STACK",
                        node.node().value(),
                        "On " + node.node() + " the update replaces the cluster's own packages.",
                        "pacemaker/rolling lets the node leave the cluster before; in a procedure of your own do it by"
                                + " leave-cluster. Have every node done in one run: mixed versions are for a short time"
                                + " only."))
                .toList();
    }

    private List<List<String>> proofs() {
        return settings.groups().values().stream()
                .flatMap(group -> group.ready().stream())
                .distinct()
                .toList();
    }

    private <T> CompletableFuture<T> later(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, threads);
    }
}
