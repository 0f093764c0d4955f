package understudy.cli.commands;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Assignments;
import understudy.cli.wiring.BigFixWiring;
import understudy.cli.wiring.Platforms;
import understudy.cli.wiring.Preparation;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.planning.Plan;
import understudy.core.planning.Planning;
import understudy.driver.bigfix.Analysis;
import understudy.driver.bigfix.BigFixDriver;
import understudy.driver.bigfix.FixletRef;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.plan.PlanWriter;
import understudy.driver.bigfix.wire.Definition;

/** {@code understudy export bigfix}: our plan as one of Server Automation, and what that cannot say; or the analysis to import. */
@Command(
        name = "bigfix",
        description = {
            "Writes the plan as a plan of BigFix Server Automation to the output, and what it cannot say to the errors.",
            "With --analysis: the analysis that an operator imports, by which agents report what a cluster looks like."
        },
        mixinStandardHelpOptions = true)
public final class ExportBigFixCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "INVENTORY",
            description = "The file that lists the clusters.")
    private Optional<Path> inventory = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "CLUSTER", description = "The name of a cluster in it.")
    private Optional<String> cluster = Optional.empty();

    @Option(names = "--patch", paramLabel = "FILE", description = "What is to be installed.")
    private Optional<Path> patch = Optional.empty();

    @Option(names = "--analysis", description = "The analysis instead of a plan.")
    private boolean analysis;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    /** What {@code --output json} prints. */
    public record Exported(String document, List<String> unsaid) {}

    @Override
    public Integer call() {
        Exported exported = analysis ? new Exported(Analysis.document(), List.of()) : plan();
        if (printing.json()) {
            printing.print(Exported.class, exported, List.of());
        } else {
            printing.out().print(exported.document());
            printing.out().flush();
            exported.unsaid().forEach(printing.err()::println);
            printing.err().flush();
        }
        return ExitCode.DONE.code();
    }

    private Exported plan() {
        if (inventory.isEmpty() || cluster.isEmpty()) {
            throw new Ending(ExitCode.BAD_INPUT, "Name INVENTORY CLUSTER, or --analysis.");
        }
        Assignment assignment =
                Assignments.read(new Assignment.Words(inventory.get(), cluster.get(), patch, Optional.empty()));
        if (assignment.cluster().bigfix().isEmpty()) {
            throw new Ending(ExitCode.BAD_INPUT, "The cluster " + cluster.get() + " is not patched through BigFix.");
        }
        try (var member = Platforms.open(assignment.cluster());
                var wire = BigFixWiring.wire(assignment.cluster())) {
            Preparation prepared = Preparation.of(assignment, member);
            List<Finding> blocking =
                    prepared.offer().findings().stream().filter(Finding::blocks).toList();
            if (!blocking.isEmpty()) {
                throw new Ending(ExitCode.REFUSED, blocking.getFirst().toString());
            }
            return written(assignment, planned(prepared), BigFixWiring.driver(assignment.cluster(), wire));
        } catch (Refusal refusal) {
            throw BigFixCommand.ending(refusal);
        }
    }

    private static Plan planned(Preparation prepared) {
        return switch (prepared.planning()) {
            case Planning.Planned(Plan plan) -> plan;
            case Planning.NothingToDo _ -> throw new Ending(ExitCode.DONE, "There is nothing to do.");
            case Planning.Refused(List<Finding> findings) ->
                throw new Ending(ExitCode.REFUSED, findings.getFirst().toString());
        };
    }

    private static Exported written(Assignment assignment, Plan plan, BigFixDriver driver) throws Refusal {
        var view = driver.look();
        Map<NodeId, Integer> ids = new LinkedHashMap<>();
        view.computers().forEach(computer -> ids.put(computer.node(), computer.id()));
        boolean is2003 = view.computers().stream().allMatch(computer -> computer.is2003());
        boolean mailbox = plan.outages().stream()
                .anyMatch(outage -> view.isMailboxServer(outage.group().value()));
        var fixlets = BigFixWiring.fixlets(assignment.cluster().bigfix().orElseThrow());
        var written = new PlanWriter(fixlets, is2003, ids)
                .write(
                        assignment.cluster().name() + ": " + assignment.patch().id(),
                        plan,
                        assignment.patch(),
                        kind(assignment.patch(), driver),
                        mailbox);
        return new Exported(written.document(), written.unsaid());
    }

    private static String kind(Patch patch, BigFixDriver driver) throws Refusal {
        return patch.content() instanceof Patch.Content.Named(String site, String id) && id.matches("\\d{1,9}")
                ? driver.definition(new FixletRef(site, Integer.parseInt(id)))
                        .map(Definition::kind)
                        .orElse("Fixlet")
                : "Fixlet";
    }
}
