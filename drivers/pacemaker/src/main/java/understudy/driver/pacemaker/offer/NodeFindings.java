package understudy.driver.pacemaker.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import understudy.core.model.Change;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.node.Blocks;
import understudy.driver.pacemaker.packages.AptSimulation;
import understudy.driver.pacemaker.packages.DnfUpdates;
import understudy.driver.pacemaker.packages.InstalledPackage;
import understudy.driver.pacemaker.packages.OldVersions;
import understudy.driver.pacemaker.packages.PackageDatabase;
import understudy.engine.ports.Offer;

/** What one node is offered, and what stands in the way of installing it there. */
record NodeFindings(Optional<Offer.NodeOffer> offer, List<Finding> findings) {
    NodeFindings {
        findings = List.copyOf(findings);
    }

    static NodeFindings only(Finding finding) {
        return new NodeFindings(Optional.empty(), List.of(finding));
    }

    /** Reads the blocks of {@code offer.sh}. */
    static NodeFindings read(NodeId node, Blocks blocks) {
        var rpm = blocks.good("rpm");
        if (rpm.isPresent()) {
            return dnf(node, blocks, rpm.get());
        }
        var simulated = blocks.block("simulate");
        var dpkg = blocks.good("dpkg");
        if (simulated.isEmpty() || dpkg.isEmpty()) {
            return only(Finding.error(
                    "OFFER-UNKNOWN",
                    node.value(),
                    "What " + node
                            + " is offered could not be read: it has neither a working apt-get nor a dnf that is"
                            + " known.",
                    "Look at apt-get --simulate dist-upgrade there."));
        }
        var architecture = text(blocks, "architecture").strip();
        var simulation = AptSimulation.parse(simulated.get().text(), text(blocks, "uris"), architecture);
        var database = new PackageDatabase(
                PackageDatabase.Kind.DPKG,
                InstalledPackage.fromDpkg(dpkg.get(), architecture),
                Optional.empty(),
                !text(blocks, "updates").isBlank());
        List<Finding> findings = new ArrayList<>();
        findings.addAll(Obstacles.ofSources(node, blocks.block("refresh"), simulation));
        findings.addAll(Obstacles.ofPackages(node, database, simulation, text(blocks, "held")));
        findings.addAll(Obstacles.ofNode(node, blocks, simulation));
        findings.addAll(StackUpgrades.in(node, simulation.changes()));
        return new NodeFindings(
                Optional.of(new Offer.NodeOffer(
                        node,
                        simulation.changes(),
                        restartExpected(simulation.changes(), text(blocks, "used")),
                        oldVersions(blocks).missing(simulation.changes()))),
                findings);
    }

    private static OldVersions oldVersions(Blocks blocks) {
        return new OldVersions(
                text(blocks, "madison"),
                text(blocks, "archives"),
                blocks.good("repack").filter(path -> !path.isBlank()).isPresent());
    }

    /** A kernel, or a package whose files a running service has loaded. */
    private static boolean restartExpected(List<Change> changes, String used) {
        Set<String> inUse =
                used.lines().map(name -> name.replaceFirst(":.*", "")).collect(Collectors.toSet());
        return changes.stream()
                .anyMatch(change -> change.component().startsWith("linux-image-")
                        || (!change.from().isEmpty()
                                && inUse.contains(change.component().replaceFirst(":.*", ""))));
    }

    private static NodeFindings dnf(NodeId node, Blocks blocks, String rpm) {
        var database =
                new PackageDatabase(PackageDatabase.Kind.RPM, InstalledPackage.fromRpm(rpm), Optional.empty(), false);
        var listed = blocks.block("dnf").map(Blocks.Block::text).orElse("");
        return new NodeFindings(
                Optional.of(new Offer.NodeOffer(
                        node, DnfUpdates.parse(listed, database), true, Optional.of("dnf is not driven yet"))),
                List.of(Finding.error(
                        "PACKAGES-DNF",
                        node.value(),
                        node + " has dnf, whose updates are shown but not installed by this version.",
                        "Install them by hand while the node is drained.")));
    }

    private static String text(Blocks blocks, String name) {
        return blocks.good(name).orElse("");
    }
}
