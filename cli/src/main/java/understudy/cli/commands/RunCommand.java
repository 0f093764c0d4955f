package understudy.cli.commands;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import understudy.cli.view.RunView;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Member;
import understudy.cli.wiring.Platforms;
import understudy.cli.wiring.Preparation;
import understudy.cli.wiring.RunOffice;
import understudy.core.model.RunId;
import understudy.engine.journal.StateStore;
import understudy.engine.run.RunEnding;

/** {@code understudy run}: patches the cluster, step by step, and measures the outage. */
@Command(
        name = "run",
        description = "Patches the cluster; can be killed at any moment and resumed.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Assigned assigned;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Carrying carrying;

    @Option(names = "--run", paramLabel = "NAME", description = "The run's name; by default cluster and time.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--adopt",
            paramLabel = "RUN",
            converter = RunNames.class,
            description = "Makes what another run, which is dead, has left behind this run's own, and gives it back.")
    private Optional<RunId> adopted = Optional.empty();

    @Override
    public Integer call() throws Exception {
        Assignment assignment = assigned.read();
        try (Member member = Platforms.open(assignment.cluster())) {
            Preparation.Before known = new Preparation.Before(
                    adopted, carrying.state.before(assignment).experience());
            Preparation prepared = Preparation.of(assignment, member, known);
            if (!prepared.hasWork()) {
                throw new Ending(PlanCommand.exit(prepared.planning()), PlanCommand.lines(prepared));
            }
            if (carrying.tellsThePlan()) {
                PlanCommand.lines(prepared).forEach(carrying.printing.out()::println);
                carrying.printing.out().println();
            }
            if (!carrying.unattended()) {
                Approval.ask(carrying.printing.out());
            }
            RunId run = new RunId(name.orElseGet(() -> usualName(assignment)));
            try (StateStore store = carrying.state.open()) {
                RunEnding ending = carry(store, run, assignment, prepared, member);
                return carrying.report(store, run, assignment.cluster().name(), ending);
            }
        }
    }

    private RunEnding carry(StateStore store, RunId run, Assignment assignment, Preparation prepared, Member member)
            throws Exception {
        try (RunView view = carrying.view(member)) {
            return new RunOffice(store).open(run, assignment, prepared, member, carrying.manner(view));
        }
    }

    private static String usualName(Assignment assignment) {
        String cluster =
                assignment.cluster().name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        String time = NAME.format(Instant.now());
        return cluster.substring(0, Math.min(cluster.length(), 40 - time.length() - 1)) + "-" + time;
    }
}
