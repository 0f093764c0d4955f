package understudy.driver.pacemaker.node;

import java.util.List;
import java.util.Optional;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.RestartNeed;
import understudy.core.model.Targets;
import understudy.driver.pacemaker.packages.InstalledPackage;
import understudy.driver.pacemaker.packages.PackageDatabase;
import understudy.driver.pacemaker.packages.RestartEvidence;

/** What one node said of itself; what is missing from its answer is unknown. */
public record NodeReport(
        String node,
        Optional<String> bootId,
        Optional<PackageDatabase> packages,
        RestartNeed restart,
        List<Mark> marks) {
    public NodeReport {
        marks = List.copyOf(marks);
    }

    /** Reads the blocks of {@code observe.sh}. */
    public static NodeReport of(String node, Blocks blocks) {
        var packages = packages(blocks);
        return new NodeReport(
                node,
                blocks.good("boot").map(String::strip).filter(id -> id.matches("[0-9a-f-]{36}")),
                packages,
                packages.map(database -> RestartEvidence.judge(
                                text(blocks, "restart"), text(blocks, "deleted"), text(blocks, "kernel"), database))
                        .orElse(new RestartNeed.Unknown("The packages of " + node + " could not be read.")),
                LedgerFile.marks(text(blocks, "ledger")));
    }

    /** How it stands to the targets: the patch's, or the versions before where it is taken back. */
    public PatchState against(Targets targets) {
        NodeId id = new NodeId(node);
        return packages.map(database -> database.against(node, targets.of(id), targets.isTakenBack(id)))
                .orElse(new PatchState.Unknown("The package database of " + node + " could not be read."));
    }

    private static Optional<PackageDatabase> packages(Blocks blocks) {
        var rpm = blocks.good("rpm");
        if (rpm.isPresent()) {
            return Optional.of(new PackageDatabase(
                    PackageDatabase.Kind.RPM, InstalledPackage.fromRpm(rpm.get()), Optional.empty(), false));
        }
        return blocks.good("dpkg")
                .map(lines -> new PackageDatabase(
                        PackageDatabase.Kind.DPKG,
                        InstalledPackage.fromDpkg(
                                lines, text(blocks, "architecture").strip()),
                        holder(text(blocks, "locks")),
                        !text(blocks, "updates").isBlank()));
    }

    private static Optional<String> holder(String locks) {
        return locks.lines()
                .map(line -> line.split("\t", 3))
                .filter(fields -> fields.length == 3)
                .map(fields -> fields[2] + " (process " + fields[1] + ")")
                .findFirst();
    }

    private static String text(Blocks blocks, String name) {
        return blocks.good(name).orElse("");
    }
}
