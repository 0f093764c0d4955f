package understudy.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import understudy.cli.metrics.MetricsFile;
import understudy.cli.wiring.WholeFile;

/** {@code --metrics FILE}: where a run's figures are kept for Prometheus. */
public final class MetricsOption {
    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = {
                "Keeps the run's figures (state, steps, outages, last change) in this file while it goes on,",
                "for the textfile collector of Prometheus' node exporter, which reads files named *.prom."
            })
    private Optional<Path> file = Optional.empty();

    /** The file, which can be written now; empty where none is asked for. */
    Optional<MetricsFile> open() {
        return file.map(MetricsOption::open);
    }

    private static MetricsFile open(Path file) {
        try {
            return MetricsFile.at(file);
        } catch (WholeFile.Foreign other) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "The file " + file + " exists already and holds no figures of ours: name another one, or take it"
                            + " away.");
        } catch (IOException unwritable) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "The file " + file + " cannot be written ("
                            + unwritable.getClass().getSimpleName() + " " + unwritable.getMessage()
                            + "): name another place.");
        }
    }
}
