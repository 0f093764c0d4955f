package understudy.cli.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import understudy.cli.inventory.ClusterEntry;
import understudy.cli.wiring.BigFixWiring;
import understudy.driver.bigfix.Preparation;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.Role;

/** {@code understudy bigfix prepare}: what each node needs once, and takes it with {@code --yes}. */
@Command(
        name = "prepare",
        description = "What each node needs once before cluster Fixlets work on it; with --yes it is taken there.",
        mixinStandardHelpOptions = true)
public final class BigFixPrepareCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private BigFixCommand.Named named;

    @Option(names = "--yes", description = "Take what is missing, node by node.")
    private boolean yes;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    /** What {@code --output json} prints. */
    public record Prepared(String cluster, List<String> missing, List<String> taken) {}

    @Override
    public Integer call() {
        ClusterEntry cluster = named.read();
        try (var wire = BigFixWiring.wire(cluster)) {
            Preparation preparation = BigFixWiring.driver(cluster, wire).preparation();
            List<Preparation.Missing> missing = preparation.missing();
            List<String> taken = new ArrayList<>();
            if (yes) {
                for (Preparation.Missing one : missing) {
                    preparation.take(one, secure(cluster, one));
                    taken.add(one.toString());
                }
            }
            Prepared prepared = new Prepared(
                    cluster.name(), missing.stream().map(Object::toString).toList(), taken);
            printing.print(Prepared.class, prepared, lines(prepared));
            return (missing.isEmpty() || yes ? ExitCode.DONE : ExitCode.REFUSED).code();
        } catch (Refusal refusal) {
            throw BigFixCommand.ending(refusal);
        } catch (IOException secret) {
            throw new Ending(ExitCode.BAD_INPUT, "Nothing was taken: " + secret.getMessage() + ".");
        }
    }

    private static Map<String, String> secure(ClusterEntry cluster, Preparation.Missing missing) throws IOException {
        return missing.role() == Role.MAILBOX_MOVER
                ? BigFixCommand.account(cluster.bigfix().orElseThrow())
                : Map.of();
    }

    private static List<String> lines(Prepared prepared) {
        List<String> lines = new ArrayList<>();
        prepared.missing().stream()
                .filter(one -> !prepared.taken().contains(one))
                .forEach(one -> lines.add("missing: " + one));
        prepared.taken().forEach(one -> lines.add("taken: " + one));
        if (prepared.missing().isEmpty()) {
            lines.add("Every node of " + prepared.cluster() + " is prepared.");
        } else if (prepared.taken().isEmpty()) {
            lines.add("Call it again with --yes to take them.");
        }
        return lines;
    }
}
