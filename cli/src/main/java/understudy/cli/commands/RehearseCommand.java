package understudy.cli.commands;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import understudy.cli.report.RunReport;
import understudy.cli.view.LiveView;
import understudy.cli.view.PlainView;
import understudy.cli.view.ReportPage;
import understudy.cli.view.RunView;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Member;
import understudy.cli.wiring.Platforms;
import understudy.cli.wiring.Preparation;
import understudy.cli.wiring.Rehearsal;
import understudy.cli.wiring.TwinOffice;
import understudy.core.model.RunId;
import understudy.core.planning.Planning;
import understudy.driver.simulated.Pace;
import understudy.driver.simulated.scenario.Scenario;
import understudy.engine.ports.Offer;

/** {@code understudy rehearse}: looks at the cluster, then plays the plan on a simulated twin of it. Changes nothing. */
@Command(
        name = "rehearse",
        description = "The same plan on a simulated twin of what is seen now; changes nothing.",
        mixinStandardHelpOptions = true)
public final class RehearseCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Assigned assigned;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Loudness loudness;

    @Option(
            names = "--fault",
            paramLabel = "FAULT[:NODE]@STEP",
            description = {
                "Something that goes wrong while a step of the plan is carried out, such as node-power-loss@install:n2;",
                "may be given several times."
            })
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--scenario-out",
            paramLabel = "FILE",
            description = "Writes the twin and its faults as a scenario, to be changed and played again.")
    private Optional<Path> scenarioOut = Optional.empty();

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private StateOption state;

    /**
     * What {@code --output json} prints.
     *
     * @param predicted how the run would go, by the twin's clock
     */
    public record Rehearsed(Planning planning, Offer offer, RunReport predicted) {}

    @Override
    public Integer call() throws Exception {
        Assignment assignment = assigned.read();
        Preparation prepared = look(assignment);
        if (!(prepared.planning() instanceof Planning.Planned(var plan))) {
            throw new Ending(PlanCommand.exit(prepared.planning()), PlanCommand.lines(prepared));
        }
        Scenario twin = TwinOffice.twin(assignment, prepared, plan, faults);
        scenarioOut.ifPresent(file -> TwinOffice.write(twin, file));
        say(PlanCommand.lines(prepared));
        say(List.of("", "Rehearsal on a simulated twin; nothing real is touched. Its clock runs ahead.", ""));
        RunReport predicted = play(assignment, twin, prepared.before());
        List<String> page = new ArrayList<>(loudness.quiet() ? List.of() : List.of(""));
        page.addAll(ReportPage.lines(predicted));
        printing.print(Rehearsed.class, new Rehearsed(prepared.planning(), prepared.offer(), predicted), page);
        return predicted
                .result()
                .map(Carrying::exit)
                .orElse(ExitCode.NOT_FINISHED)
                .code();
    }

    private Preparation look(Assignment assignment) {
        try (Member real = Platforms.open(assignment.cluster())) {
            return Preparation.of(assignment, real, state.before(assignment));
        }
    }

    private RunReport play(Assignment assignment, Scenario twin, Preparation.Before before) throws Exception {
        try (Member member = Platforms.simulated(twin, Pace.unbounded())) {
            ZoneId zone = ZoneId.systemDefault();
            LiveView.Clocks clocks = new LiveView.Clocks(member.time(), zone, List::of);
            RunView view = loudness.view(printing, clocks, () -> new PlainView(printing.out(), zone));
            Preparation prepared = Preparation.of(assignment, member, before);
            return Rehearsal.play(new RunId("rehearsal"), assignment, prepared, member, view);
        }
    }

    private void say(List<String> lines) {
        if (!printing.json() && !loudness.quiet()) {
            lines.forEach(printing.out()::println);
        }
    }
}
