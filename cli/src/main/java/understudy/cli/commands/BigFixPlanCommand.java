package understudy.cli.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import understudy.cli.inventory.ClusterEntry;
import understudy.cli.wiring.BigFixWiring;
import understudy.driver.bigfix.plan.AutomationPlan;
import understudy.driver.bigfix.plan.PlanMeaning;

/** {@code understudy bigfix plan}: a plan of Server Automation, in our words. */
@Command(
        name = "plan",
        description = "Shows a plan of Server Automation that is there already as we would plan it; starts nothing.",
        mixinStandardHelpOptions = true)
public final class BigFixPlanCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private BigFixCommand.Named named;

    @Parameters(
            index = "2",
            paramLabel = "PLAN",
            description = "Its site and id, such as master/3501 or custom/NAME/3501.")
    @SuppressWarnings("NullAway.Init")
    private String plan;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    /** What {@code --output json} prints. */
    public record Shown(String name, List<String> steps, List<String> findings) {}

    @Override
    public Integer call() {
        ClusterEntry cluster = named.read();
        AutomationPlan read = BigFixCommand.automation(cluster, api -> api.plan(plan));
        PlanMeaning meaning =
                new PlanMeaning(BigFixWiring.fixlets(cluster.bigfix().orElseThrow()));
        Shown shown = new Shown(
                read.name(),
                read.steps().stream().map(meaning::sentence).toList(),
                meaning.findings(read).stream().map(Object::toString).toList());
        List<String> lines = new ArrayList<>(List.of("Plan \"" + shown.name() + "\", as we read it:"));
        shown.steps().forEach(step -> lines.add("  " + step));
        lines.addAll(shown.findings());
        printing.print(Shown.class, shown, lines);
        return ExitCode.DONE.code();
    }
}
