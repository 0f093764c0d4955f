package understudy.cli.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import understudy.cli.inventory.ClusterEntry;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Assignments;
import understudy.core.procedure.Procedure;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.Verb;
import understudy.driver.pacemaker.helper.Helper;
import understudy.driver.pacemaker.helper.InstallScript;
import understudy.driver.pacemaker.helper.SiteCalls;

/** {@code understudy sudo}: the script by which an administrator lets an account that is not root do what runs need. */
@Command(
        name = "sudo",
        description = {
            "Prints a script for root to read and run on each node: it lets one account do by sudo what a run needs",
            "there, and nothing else. With INVENTORY CLUSTER it covers what those name, without them what every site has."
        },
        mixinStandardHelpOptions = true)
public final class SudoCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "INVENTORY",
            description = "The file that lists the clusters.")
    private Optional<Path> inventory = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "CLUSTER", description = "The name of a cluster in it.")
    private Optional<String> cluster = Optional.empty();

    @Option(
            names = {"--user", "-l"},
            paramLabel = "USER",
            description = "The account; without it, the inventory's.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--procedure",
            paramLabel = "ID|FILE",
            completionCandidates = ShippedIds.class,
            description = "The procedure whose own commands are to be covered; by default the cluster's.")
    private Optional<String> procedure = Optional.empty();

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    /** What {@code --output json} prints. */
    public record SudoRule(String account, String helper, String digest, String script) {}

    @Override
    public Integer call() {
        if (inventory.isPresent() != cluster.isPresent()) {
            throw new Ending(
                    ExitCode.BAD_INPUT, "Name the inventory and a cluster in it, or neither of them and --user USER.");
        }
        Optional<Assignment> assignment = inventory.map(file ->
                Assignments.read(new Assignment.Words(file, cluster.orElseThrow(), Optional.empty(), procedure)));
        String account = user.or(
                        () -> assignment.flatMap(one -> one.cluster().ssh()).map(ClusterEntry.SshEntry::user))
                .orElseThrow(() -> new Ending(
                        ExitCode.BAD_INPUT, "Whose rule is it to be? Name INVENTORY CLUSTER, or --user USER."));
        List<String> nodes = assignment.stream()
                .flatMap(one -> one.cluster().nodes().keySet().stream())
                .map(Object::toString)
                .toList();
        String script = script(account, nodes, assignment);
        if (printing.json()) {
            printing.print(SudoRule.class, new SudoRule(account, Helper.PATH, Helper.digest(), script), List.of());
        } else {
            // Sign for sign, TABs too: it is to be run, and holds nothing but ASCII.
            printing.out().print(script);
            printing.out().flush();
        }
        return ExitCode.DONE.code();
    }

    private static String script(String account, List<String> nodes, Optional<Assignment> assignment) {
        try {
            return InstallScript.text(
                    account, nodes, assignment.map(SudoCommand::calls).orElse(SiteCalls.none()));
        } catch (IllegalArgumentException cannot) {
            throw new Ending(ExitCode.BAD_INPUT, String.valueOf(cannot.getMessage()));
        }
    }

    private static SiteCalls calls(Assignment assignment) {
        List<Verb.SiteCommand> own = steps(assignment.procedure())
                .map(ProcedureStep::verb)
                .filter(Verb.SiteCommand.class::isInstance)
                .map(Verb.SiteCommand.class::cast)
                .toList();
        var groups = assignment.cluster().groups().values();
        return new SiteCalls(
                Stream.concat(
                                groups.stream().flatMap(group -> group.ready().stream()),
                                own.stream().map(Verb.SiteCommand::proof))
                        .toList(),
                groups.stream()
                        .flatMap(group -> group.warm().stream())
                        .distinct()
                        .toList(),
                own.stream().map(Verb.SiteCommand::command).toList(),
                assignment.cluster().rivals());
    }

    private static Stream<ProcedureStep> steps(Procedure procedure) {
        return Stream.of(procedure.before(), procedure.node(), procedure.handover(), procedure.after())
                .flatMap(List::stream);
    }
}
