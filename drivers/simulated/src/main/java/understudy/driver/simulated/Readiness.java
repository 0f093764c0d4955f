package understudy.driver.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.Fencing;
import understudy.core.model.Finding;
import understudy.core.model.Patch;
import understudy.core.model.Version;
import understudy.engine.ports.Offer;

/** What the nodes' sources offer, and whether the cluster is ready to be patched. */
final class Readiness {
    private final World world;

    Readiness(World world) {
        this.world = world;
    }

    Offer offer(Patch patch) {
        List<Offer.NodeOffer> offers = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (SimulatedNode node : world.nodes.values()) {
            if (!node.answers() || node.unreadable) {
                findings.add(Finding.warning(
                        "NODE-UNREACHABLE",
                        node.id.value(),
                        "What " + node.id + " would install cannot be read, because it does not answer.",
                        "It is left out until it answers."));
                continue;
            }
            List<Change> changes = changes(node, patch.content());
            offers.add(new Offer.NodeOffer(
                    node.id,
                    changes,
                    !changes.isEmpty() && world.scenario.patch().restart(),
                    noWayBack()));
        }
        return new Offer(offers, findings);
    }

    private Optional<String> noWayBack() {
        if (!world.rules.canGoBack()) {
            return Optional.of("a setup of this platform cannot be undone");
        }
        return world.scenario.patch().wayBack()
                ? Optional.empty()
                : Optional.of("no source has the packages any more that it has now");
    }

    private List<Change> changes(SimulatedNode node, Patch.Content content) {
        List<Change> changes = new ArrayList<>();
        for (Change change : world.scenario.patch().changes()) {
            String has = node.installed.getOrDefault(change.component(), "");
            if (isWanted(change, content) && VersionOrder.compare(has, change.to()) < 0) {
                changes.add(new Change(change.component(), has, change.to(), node.fetched ? 0 : change.bytes()));
            }
        }
        return changes;
    }

    private static boolean isWanted(Change change, Patch.Content content) {
        return switch (content) {
            case Patch.Content.AllOffered() -> true;
            case Patch.Content.Files(List<Patch.PatchFile> _) -> true;
            case Patch.Content.Named(String _, String _) -> true;
            case Patch.Content.Packages(List<Version> packages) ->
                packages.stream()
                        .anyMatch(one -> one.component().equals(change.component())
                                && (one.version().isEmpty() || one.version().equals(change.to())));
        };
    }

    List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        if (!(world.fencing instanceof Fencing.Works)) {
            findings.add(Finding.warning(
                    "FENCING-NOT-PROVEN",
                    world.scenario.name(),
                    "Fencing does not work here, so that a lost node may keep its groups.",
                    "Repair fencing before the run."));
        }
        for (SimulatedNode node : world.nodes.values()) {
            if (!node.answers()) {
                continue;
            }
            if (node.diskFull) {
                findings.add(Finding.error(
                        "DISK-FULL",
                        node.id.value(),
                        "The disk of " + node.id + " is full.",
                        "Free space on " + node.id + "."));
            }
            if (node.packagesLocked || node.installing) {
                findings.add(Finding.error(
                        "PACKAGES-LOCKED",
                        node.id.value(),
                        "Another package tool works on " + node.id + " and holds its lock.",
                        "Wait until it has ended."));
            }
            node.damage.ifPresent(damage ->
                    findings.add(Finding.error("PACKAGES-BROKEN", node.id.value(), damage.reason(), damage.remedy())));
        }
        return findings;
    }
}
