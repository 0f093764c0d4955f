package understudy.cli.commands;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Assignments;

/** The words that say what to patch with what: INVENTORY CLUSTER [--patch FILE] [--procedure ID]. */
public final class Assigned {
    @Parameters(index = "0", paramLabel = "INVENTORY", description = "The file that lists the clusters.")
    @SuppressWarnings("NullAway.Init")
    private Path inventory;

    @Parameters(index = "1", paramLabel = "CLUSTER", description = "The name of a cluster in it.")
    @SuppressWarnings("NullAway.Init")
    private String cluster;

    @Option(
            names = "--patch",
            paramLabel = "FILE",
            description = "What is to be installed; without it, all that the nodes' own sources offer.")
    private Optional<Path> patch = Optional.empty();

    @Option(
            names = "--procedure",
            paramLabel = "ID|FILE",
            completionCandidates = ShippedIds.class,
            description = "How; by default the patch's, the cluster's or the platform's own.")
    private Optional<String> procedure = Optional.empty();

    Assignment read() {
        return Assignments.read(new Assignment.Words(inventory, cluster, patch, procedure));
    }
}
