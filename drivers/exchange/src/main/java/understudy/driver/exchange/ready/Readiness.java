package understudy.driver.exchange.ready;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.driver.exchange.ExchangeSettings;
import understudy.driver.exchange.ExchangeVersion;
import understudy.driver.exchange.Medium;
import understudy.driver.exchange.MediumReport;
import understudy.driver.exchange.observe.ClusterReport;
import understudy.driver.exchange.observe.NodeReport;
import understudy.driver.exchange.observe.Talk;
import understudy.engine.ports.Offer;
import understudy.remote.windows.WindowsNode;

/** Is the cluster ready for a patch, and what would that change: every finding, none changes anything. */
public final class Readiness {
    private static final Duration CALL = Duration.ofMinutes(10);

    private final ExchangeSettings settings;
    private final Talk talk;

    public Readiness(ExchangeSettings settings, Talk talk) {
        this.settings = settings;
        this.talk = talk;
    }

    /** The changes on every node. */
    public Offer offer(Patch patch) {
        List<Offer.NodeOffer> offers = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (WindowsNode node : talk.nodes().all()) {
            var medium = MediumReport.ask(node, settings.task(), patch, CALL);
            findings.addAll(medium.findings());
            var has = Talk.report(node).flatMap(NodeReport::binaries);
            if (isOfAnotherServicePack(patch, medium, has)) {
                findings.add(Finding.error(
                        "EXCHANGE-OTHER-SERVICE-PACK",
                        node.name(),
                        "The rollup " + patch.id() + " is for Exchange "
                                + medium.version().map(Object::toString).orElse("") + ", and " + node.name() + " has "
                                + has.map(Object::toString).orElse("") + ", another service pack.",
                        "Take the rollup for the service pack that is installed."));
            } else if (medium.version().isPresent() && has.isPresent()) {
                offers.add(new Offer.NodeOffer(
                        new NodeId(node.name()),
                        changes(has.get(), medium.version().get()),
                        true,
                        Medium.setup(patch).map(_ -> "a service pack of Exchange cannot be uninstalled")));
            } else if (medium.findings().isEmpty()) {
                findings.add(Finding.error(
                        "EXCHANGE-NO-VERSION",
                        node.name(),
                        "On " + node.name() + " the version of "
                                + (has.isEmpty() ? "the installed store.exe" : "the medium's Setup.com")
                                + " cannot be read.",
                        "Look at the file's properties there."));
            }
        }
        return new Offer(offers, findings.stream().distinct().toList());
    }

    private static boolean isOfAnotherServicePack(Patch patch, MediumReport medium, Optional<ExchangeVersion> has) {
        return Medium.setup(patch).isEmpty()
                && medium.version().isPresent()
                && has.isPresent()
                && !has.get().hasServicePackOf(medium.version().get());
    }

    private static List<Change> changes(ExchangeVersion has, ExchangeVersion gets) {
        return has.compareTo(gets) < 0
                ? List.of(new Change(ExchangeVersion.COMPONENT, has.toString(), gets.toString(), 0))
                : List.of();
    }

    public List<Finding> check(Patch patch) {
        List<Finding> findings = new ArrayList<>();
        switch (talk.look()) {
            case Talk.Look.NotSeen(String reason) ->
                findings.add(Finding.error(
                        "EXCHANGE-NOT-SEEN",
                        settings.cluster(),
                        "No node of " + settings.cluster() + " tells what the cluster looks like: " + reason,
                        "Look at the Cluster service on its nodes."));
            case Talk.Look.Seen(ClusterReport look) -> cluster(look, findings);
        }
        talk.nodes().all().forEach(node -> node(node.name(), Talk.report(node), findings));
        findings.addAll(offer(patch).findings());
        findings.addAll(new Survey(settings, talk).findings(patch));
        return List.copyOf(findings);
    }

    private void cluster(ClusterReport look, List<Finding> findings) {
        var storage = look.storage().orElse("");
        if (look.isAlone()) {
            alone(look, findings);
            return;
        }
        if (!storage.equals("Shared") && !storage.equals("NonShared")) {
            findings.add(Finding.error(
                    "EXCHANGE-OTHER-KIND",
                    settings.cluster(),
                    "The mailbox servers of " + settings.cluster() + " are of the kind '" + storage
                            + "', and only single copy clusters and continuous replication are patched by this driver.",
                    "Choose another procedure."));
        }
        look.nodes().keySet().stream()
                .filter(name -> settings.nodes().stream()
                        .noneMatch(node -> node.node().value().equalsIgnoreCase(name)))
                .forEach(name -> findings.add(Finding.error(
                        "EXCHANGE-UNNAMED-NODE",
                        name,
                        "The cluster has the node " + name
                                + ", which the inventory does not name: nobody would patch it.",
                        "Add it to the inventory.")));
    }

    private void alone(ClusterReport look, List<Finding> findings) {
        if (look.isNodeOfACluster()) {
            findings.add(Finding.error(
                    "EXCHANGE-NODE-OF-A-CLUSTER",
                    look.teller(),
                    look.teller() + " has a Cluster service, and the inventory names no other node of "
                            + settings.cluster() + ": it is not patched as a server of its own.",
                    "Name every node of its cluster in the inventory."));
        }
    }

    private static void node(String name, Optional<NodeReport> report, List<Finding> findings) {
        if (report.isEmpty()) {
            findings.add(Finding.error(
                    "NODE-NO-ANSWER", name, name + " does not answer.", "Make it reachable, then check again."));
            return;
        }
        if (report.get().installs()) {
            findings.add(Finding.error(
                    "EXCHANGE-INSTALLER",
                    name,
                    "On " + name + " an installer runs already.",
                    "Wait until it has ended, in every logon session."));
        }
        if (report.get().against(List.of())
                instanceof understudy.core.model.PatchState.Broken(String why, String remedy)) {
            findings.add(Finding.warning(
                    "EXCHANGE-WATERMARK", name, why, "The run starts that setup again. By hand: " + remedy));
        }
    }
}
