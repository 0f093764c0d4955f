package understudy.driver.pacemaker.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.node.Blocks;
import understudy.driver.pacemaker.packages.AptSimulation;
import understudy.driver.pacemaker.packages.FreeSpace;
import understudy.driver.pacemaker.packages.PackageDatabase;

/** What stands in the way of an installation, seen before anything moves. */
final class Obstacles {
    /** Packages take about three times their compressed size, for a moment beside what they replace. */
    private static final int UNPACKED = 3;

    private static final long MIB = 1L << 20;

    private Obstacles() {}

    static List<Finding> ofSources(NodeId node, Optional<Blocks.Block> refresh, AptSimulation simulation) {
        List<Finding> findings = new ArrayList<>();
        var complaints = refresh.map(Blocks.Block::text)
                .orElse("")
                .lines()
                .filter(line -> line.startsWith("E: ") || line.startsWith("W: Failed") || line.startsWith("Err:"))
                .distinct()
                .limit(3)
                .toList();
        if (!complaints.isEmpty() || refresh.isEmpty()) {
            findings.add(Finding.error(
                    "OFFER-SOURCES",
                    node.value(),
                    "On " + node + " the package sources could not be read whole: " + String.join("; ", complaints)
                            + ".",
                    "Look at /etc/apt/sources.list and the way to the sources."));
        }
        if (!simulation.errors().isEmpty()) {
            findings.add(Finding.error(
                    "OFFER-IMPOSSIBLE",
                    node.value(),
                    "On " + node + " the update cannot be done: "
                            + simulation.errors().getFirst() + ".",
                    "Try apt-get --simulate dist-upgrade there."));
        }
        return findings;
    }

    static List<Finding> ofPackages(NodeId node, PackageDatabase database, AptSimulation simulation, String held) {
        List<Finding> findings = new ArrayList<>();
        if (!database.trouble().isEmpty()) {
            findings.add(Finding.error(
                    "PACKAGES-INCONSISTENT",
                    node.value(),
                    "On " + node + " the packages are not consistent: " + listed(database.trouble()) + ".",
                    "On " + node + " run: dpkg --configure -a; apt-get -f install."));
        }
        if (!simulation.removed().isEmpty()) {
            findings.add(Finding.error(
                    "PACKAGES-WOULD-REMOVE",
                    node.value(),
                    "On " + node + " the update would remove " + listed(simulation.removed())
                            + ", which is not done unasked.",
                    "Do that update by hand, or name the packages of the patch without it."));
        }
        if (!simulation.keptBack().isEmpty()) {
            findings.add(Finding.warning(
                    "PACKAGES-KEPT-BACK",
                    node.value(),
                    "On " + node + " apt keeps back " + listed(simulation.keptBack()) + ".",
                    "They stay as they are."));
        }
        var holds = held.lines().filter(line -> !line.isBlank()).toList();
        if (!holds.isEmpty()) {
            findings.add(Finding.warning(
                    "PACKAGES-HELD",
                    node.value(),
                    "On " + node + " somebody holds " + listed(holds) + ".",
                    "They stay as they are."));
        }
        return findings;
    }

    static List<Finding> ofNode(NodeId node, Blocks blocks, AptSimulation simulation) {
        List<Finding> findings = new ArrayList<>();
        blocks.good("locks")
                .orElse("")
                .lines()
                .map(line -> line.split("\t", 3))
                .filter(fields -> fields.length == 3)
                .findFirst()
                .ifPresent(fields -> findings.add(Finding.warning(
                        "PACKAGES-LOCKED",
                        node.value(),
                        "On " + node + " " + fields[2] + " (process " + fields[1]
                                + ") holds the package manager's lock.",
                        "Wait for it or end it; an installation waits 5 minutes for the lock.")));
        var rivals = blocks.good("rivals")
                .orElse("")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        if (!rivals.isEmpty()) {
            findings.add(Finding.note(
                    "RIVAL-PATCHER",
                    node.value(),
                    "On " + node + " " + listed(rivals)
                            + " would install packages by itself; pacemaker/rolling holds such units off and gives them"
                            + " back."));
        }
        findings.addAll(space(node, blocks.good("space").orElse(""), simulation.bytes()));
        return findings;
    }

    private static List<Finding> space(NodeId node, String space, long bytes) {
        long needed = bytes * UNPACKED;
        return FreeSpace.of(space).stream()
                .filter(each -> !each.mount().equals("/boot") && each.isBelow(needed))
                .map(each -> Finding.error(
                        "DISK-SPACE",
                        node.value(),
                        "On " + node + " " + each.mount() + " has " + each.mib() + " MiB left, and the update may need "
                                + needed / MIB + " MiB for a while.",
                        "Make room there."))
                .toList();
    }

    private static String listed(List<String> names) {
        var shown = String.join(", ", names.subList(0, Math.min(5, names.size())));
        return names.size() > 5 ? shown + " and " + (names.size() - 5) + " more" : shown;
    }
}
