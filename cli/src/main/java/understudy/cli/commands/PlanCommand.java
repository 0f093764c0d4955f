package understudy.cli.commands;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import understudy.cli.report.Experience;
import understudy.cli.view.PlanPage;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Member;
import understudy.cli.wiring.Platforms;
import understudy.cli.wiring.Preparation;
import understudy.core.model.Finding;
import understudy.core.planning.Plan;
import understudy.core.planning.Planning;
import understudy.engine.ports.Offer;

/** {@code understudy plan}: what would be done, why, and what users would notice. Changes nothing. */
@Command(name = "plan", description = "The plan, with reasons; changes nothing.", mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Assigned assigned;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private StateOption state;

    /** What {@code --output json} prints. */
    public record Planned(Planning planning, Offer offer, Experience experience) {}

    @Override
    public Integer call() {
        Assignment assignment = assigned.read();
        try (Member member = Platforms.open(assignment.cluster())) {
            Preparation prepared = Preparation.of(assignment, member, state.before(assignment));
            Planned planned = new Planned(
                    prepared.planning(), prepared.offer(), prepared.before().experience());
            printing.print(Planned.class, planned, lines(prepared));
            return exit(prepared.planning()).code();
        }
    }

    static List<String> lines(Preparation prepared) {
        return switch (prepared.planning()) {
            case Planning.Planned(Plan plan) ->
                PlanPage.lines(plan, prepared.offer(), prepared.before().experience());
            case Planning.NothingToDo(List<Finding> notes, boolean incomplete) -> {
                List<String> lines = new java.util.ArrayList<>();
                lines.add(
                        incomplete
                                ? "Nothing can be done now: what can be seen is patched, but not every node can be seen."
                                : "Nothing to do: every node is patched.");
                notes.forEach(note -> lines.add("  " + note));
                yield List.copyOf(lines);
            }
            case Planning.Refused(List<Finding> findings) ->
                findings.stream().map(finding -> "Refused: " + finding).toList();
        };
    }

    static ExitCode exit(Planning planning) {
        return switch (planning) {
            case Planning.Planned(Plan plan) -> ExitCode.DONE;
            case Planning.NothingToDo(List<Finding> notes, boolean incomplete) ->
                incomplete ? ExitCode.NOT_FINISHED : ExitCode.DONE;
            case Planning.Refused(List<Finding> findings) -> ExitCode.REFUSED;
        };
    }
}
