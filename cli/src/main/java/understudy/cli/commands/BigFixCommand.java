package understudy.cli.commands;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import understudy.cli.inventory.BigFixEntry;
import understudy.cli.inventory.ClusterEntry;
import understudy.cli.inventory.Inventory;
import understudy.cli.wiring.BigFixWiring;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.plan.AutomationApi;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Silence;

/** {@code understudy bigfix}: what is prepared once, and plans of Server Automation that are there already. */
@Command(
        name = "bigfix",
        description =
                "Prepares a cluster for BigFix's cluster Fixlets; shows, starts and watches plans of Server Automation.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BigFixPrepareCommand.class,
            BigFixPlanCommand.class,
            BigFixStartCommand.class,
            BigFixWatchCommand.class
        })
public final class BigFixCommand implements Callable<Integer> {
    @picocli.CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private picocli.CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCode.BAD_INPUT.code();
    }

    /** The words that name a cluster which is patched through BigFix. */
    static final class Named {
        @Parameters(index = "0", paramLabel = "INVENTORY", description = "The file that lists the clusters.")
        @SuppressWarnings("NullAway.Init")
        private Path inventory;

        @Parameters(index = "1", paramLabel = "CLUSTER", description = "The name of a cluster in it.")
        @SuppressWarnings("NullAway.Init")
        private String cluster;

        ClusterEntry read() {
            ClusterEntry entry = Inventory.read(inventory).cluster(cluster);
            if (entry.bigfix().isEmpty()) {
                throw new Ending(
                        ExitCode.BAD_INPUT,
                        "The cluster " + cluster
                                + " is not patched through BigFix: its inventory has no actuator bigfix.");
            }
            return entry;
        }
    }

    /** Something that is asked of Server Automation. */
    interface Asking<T> {
        T ask(AutomationApi api) throws Silence;
    }

    static <T> T automation(ClusterEntry cluster, Asking<T> asking) {
        try (var wire = BigFixWiring.automation(cluster)) {
            return asking.ask(new AutomationApi(new BigFixApi(wire)));
        } catch (Silence silence) {
            throw new Ending(ExitCode.NOT_SEEN, silence.sentence());
        }
    }

    static Ending ending(Refusal refusal) {
        return new Ending(ExitCode.REFUSED, refusal.finding().toString());
    }

    /** What only the agent is to read: the account of the service that moves mailbox servers. */
    static Map<String, String> account(BigFixEntry entry) throws java.io.IOException {
        if (entry.mover().isEmpty()) {
            throw new java.io.IOException(
                    "the inventory names no \"mover\", the domain account that the service runs under");
        }
        var account = entry.mover().get();
        return Map.of(
                "Username",
                account.user(),
                "Password",
                BigFixWiring.password(account.password()).reveal());
    }
}
