package understudy.cli.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import understudy.driver.bigfix.plan.PlanProgress;

/** {@code understudy bigfix watch}: how a plan that was started stands now. */
@Command(
        name = "watch",
        description = "How a started plan of Server Automation stands; none of its words is a proof.",
        mixinStandardHelpOptions = true)
public final class BigFixWatchCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private BigFixCommand.Named named;

    @Parameters(index = "2", paramLabel = "ACTION", description = "The number that `start` has given.")
    private int action;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    /** What {@code --output json} prints. */
    public record Watched(String name, boolean open, List<String> steps) {}

    @Override
    public Integer call() {
        PlanProgress progress = BigFixCommand.automation(named.read(), api -> api.progress(action));
        Watched watched = new Watched(
                progress.name(),
                progress.isOpen(),
                progress.steps().stream().map(PlanProgress.Step::sentence).toList());
        List<String> lines = new ArrayList<>();
        lines.add("Plan \"" + watched.name() + "\" is " + (watched.open() ? "under way" : "over") + ":");
        watched.steps().forEach(step -> lines.add("  " + step));
        printing.print(Watched.class, watched, lines);
        return ExitCode.DONE.code();
    }
}
