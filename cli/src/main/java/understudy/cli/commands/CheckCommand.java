package understudy.cli.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Member;
import understudy.cli.wiring.Platforms;
import understudy.core.model.Finding;

/** {@code understudy check}: is the cluster, and are we, ready? Every finding; changes nothing. */
@Command(name = "check", description = "Is it ready? Every finding; changes nothing.", mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Assigned assigned;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    /** What {@code --output json} prints. */
    public record Checked(String cluster, boolean ready, List<Finding> findings) {}

    @Override
    public Integer call() {
        Assignment assignment = assigned.read();
        try (Member member = Platforms.open(assignment.cluster())) {
            List<Finding> findings = member.driver().check(assignment.patch());
            boolean ready = findings.stream().noneMatch(Finding::blocks);
            Checked checked = new Checked(assignment.cluster().name(), ready, findings);
            printing.print(Checked.class, checked, lines(checked));
            return (ready ? ExitCode.DONE : ExitCode.REFUSED).code();
        }
    }

    private static List<String> lines(Checked checked) {
        List<String> lines = new ArrayList<>();
        checked.findings()
                .forEach(finding -> lines.add(finding.severity() + "  " + finding.subject() + ": " + finding));
        lines.add(
                checked.ready()
                        ? "Cluster " + checked.cluster() + " is ready."
                        : "Cluster " + checked.cluster() + " is not ready: mend the errors, then check again.");
        return lines;
    }
}
