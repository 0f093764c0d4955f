package understudy.driver.exchange.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.driver.exchange.ExchangeVersion;
import understudy.engine.ports.Offer;

/** Is the cluster ready for a patch, and what would that change: every finding, none changes anything. */
final class Readiness {
    /** Not confirmed by a source that was read. */
    private static final String KB831464 = "HKLM\\SOFTWARE\\Microsoft\\Updates\\Windows Server 2003\\SP1\\KB831464";

    private final Cluster cluster;
    private final Media media;

    Readiness(Cluster cluster) {
        this.cluster = cluster;
        this.media = new Media(cluster);
    }

    Offer offer(Patch patch) {
        List<Offer.NodeOffer> offers = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        boolean servicePack =
                Media.installer(patch).filter(Media::isServicePack).isPresent();
        for (NodeId node : cluster.host().settings().nodes()) {
            List<Finding> own = media.findings(patch, node);
            findings.addAll(own);
            var gets = media.version(patch, node);
            var has = cluster.nodes().report(node.value()).flatMap(Nodes.Report::binaries);
            if (gets.isPresent() && has.isPresent()) {
                inPlace(node, has.get(), gets.get()).ifPresent(findings::add);
                offers.add(new Offer.NodeOffer(
                        node,
                        changes(has.get(), gets.get(), servicePack),
                        true,
                        Optional.of("a service pack or fix of Exchange is not taken back by a run")));
            } else if (own.isEmpty()) {
                findings.add(Finding.error(
                        "EXCHANGE-NO-VERSION",
                        node.value(),
                        "On " + node + " the version of "
                                + (has.isEmpty() ? "the installed store.exe" : "the installer") + " cannot be read.",
                        "Look at the file's properties there."));
            }
        }
        findings.addAll(hotfix());
        findings.addAll(smallBusiness());
        return new Offer(offers, findings.stream().distinct().toList());
    }

    private static List<Change> changes(ExchangeVersion has, ExchangeVersion gets, boolean servicePack) {
        return has.compareTo(gets) < 0
                ? List.of(new Change(
                        servicePack ? Snapshots.SERVICE_PACK : Snapshots.BINARIES, has.toString(), gets.toString(), 0))
                : List.of();
    }

    /** An Exchange 2000 cluster is never upgraded in place to 2003, nor any version to another (catalogue P5). */
    private static Optional<Finding> inPlace(NodeId node, ExchangeVersion has, ExchangeVersion gets) {
        boolean same = has.numbers().getFirst().equals(gets.numbers().getFirst())
                && has.numbers().get(1).equals(gets.numbers().get(1));
        return same
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "EXCHANGE-IN-PLACE",
                        node.value(),
                        node + " has Exchange " + has + " and the medium holds " + gets
                                + ": a cluster of one version is never upgraded in place to another, because the operating systems below differ.",
                        "Set the new version up on nodes of its own and move the mailboxes."));
    }

    /** On Windows Server 2003 the service packs of Exchange 2003 need hotfix KB 831464, whose own run restarts each node. */
    private List<Finding> hotfix() {
        var settings = cluster.host().settings();
        List<Finding> findings = new ArrayList<>();
        if (!settings.platform().equals("exchange-2003") || settings.alone()) {
            return findings;
        }
        for (NodeId node : settings.nodes()) {
            if (cluster.nodes()
                    .hasKey(node.value(), KB831464)
                    .filter(there -> !there)
                    .isPresent()) {
                findings.add(Finding.error(
                        "EXCHANGE-HOTFIX-MISSING",
                        node.value(),
                        node
                                + " does not have the hotfix KB 831464, without which nothing of Exchange 2003 is installed in a cluster.",
                        "Install it first by a run of its own, node by node; it needs a restart."));
            }
        }
        return findings;
    }

    private List<Finding> smallBusiness() {
        var settings = cluster.host().settings();
        boolean small = settings.alone()
                && settings.platform().equals("exchange-2000")
                && new AloneServer(cluster.host(), cluster.nodes()).kind().equals("small-business");
        return small
                ? List.of(Finding.warning(
                        "EXCHANGE-SMALL-BUSINESS",
                        settings.nodes().getFirst().value(),
                        "The service pack 1 of Small Business Server 2000 holds Exchange 2000 SP3 already, and Windows 2000 SP3, which is a service pack of the operating system.",
                        "Where that set is to be installed, plan it as the operating system's and not as Exchange's."))
                : List.of();
    }

    List<Finding> check(Patch patch) {
        List<Finding> findings = new ArrayList<>(offer(patch).findings());
        var settings = cluster.host().settings();
        if (!settings.alone()) {
            try {
                cluster.look().nodes().keySet().stream()
                        .filter(name -> settings.nodes().stream()
                                .noneMatch(node -> node.value().equalsIgnoreCase(name)))
                        .forEach(name -> findings.add(Finding.error(
                                "EXCHANGE-UNNAMED-NODE",
                                name,
                                "The cluster has the node " + name
                                        + ", which the inventory does not name: nobody would patch it.",
                                "Add it to the inventory.")));
            } catch (Refusal refusal) {
                findings.add(cluster.host().silent(String.valueOf(refusal.getMessage())));
            }
        }
        settings.nodes().forEach(node -> node(node, findings));
        findings.add(
                Finding.note(
                        "EXCHANGE-NO-WAY-BACK",
                        settings.cluster(),
                        "A service pack cannot be uninstalled: the way back is to install Exchange anew and to restore the databases, and the system state from before."));
        return List.copyOf(findings);
    }

    private void node(NodeId node, List<Finding> findings) {
        if (cluster.nodes().report(node.value()).isEmpty()) {
            findings.add(Finding.error(
                    "NODE-NO-ANSWER",
                    node.value(),
                    node + " does not answer.",
                    "Make it reachable from the management host, then check again."));
            return;
        }
        cluster.nodes().installers(node.value()).stream()
                .flatMap(List::stream)
                .findFirst()
                .ifPresent(program -> findings.add(Finding.error(
                        "EXCHANGE-INSTALLER",
                        node.value(),
                        "On " + node + " " + program + " runs already.",
                        "Wait until it has ended, in every logon session.")));
    }
}
