package understudy.cli.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import understudy.cli.inventory.ClusterEntry;
import understudy.driver.bigfix.plan.AutomationPlan;

/** {@code understudy bigfix start}: starts a plan of Server Automation on named computers, and says under which number. */
@Command(
        name = "start",
        description =
                "Starts a plan of Server Automation that is there already. Server Automation runs it: our guards are not in it.",
        mixinStandardHelpOptions = true)
public final class BigFixStartCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private BigFixCommand.Named named;

    @Parameters(index = "2", paramLabel = "PLAN", description = "Its site and id, such as master/3501.")
    @SuppressWarnings("NullAway.Init")
    private String plan;

    @Option(
            names = "--target",
            paramLabel = "STEP=NAME:ID",
            required = true,
            description = "A step's number, and a computer's name and id, for each step.")
    private List<String> targets = new ArrayList<>();

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    /** What {@code --output json} prints. */
    public record Started(String plan, int action) {}

    @Override
    public Integer call() {
        ClusterEntry cluster = named.read();
        Map<Integer, List<AutomationPlan.Target>> chosen = new LinkedHashMap<>();
        targets.forEach(text -> add(chosen, text));
        int action = BigFixCommand.automation(
                cluster, api -> api.start(plan, api.plan(plan).aimedAt(chosen)));
        printing.print(
                Started.class,
                new Started(plan, action),
                List.of("Started as " + action + "; watch it with `understudy bigfix watch`."));
        return ExitCode.DONE.code();
    }

    private static void add(Map<Integer, List<AutomationPlan.Target>> chosen, String text) {
        var parts =
                java.util.regex.Pattern.compile("(\\d{1,9})=([^:]+):(\\d{1,9})").matcher(text);
        if (!parts.matches()) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "A target is written as STEP=NAME:ID, such as 101=NODEB:1000018, not \"" + text + "\".");
        }
        chosen.computeIfAbsent(Integer.valueOf(parts.group(1)), _ -> new ArrayList<>())
                .add(new AutomationPlan.Target(parts.group(2), Integer.parseInt(parts.group(3))));
    }
}
