package understudy.driver.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.core.model.Finding;
import understudy.core.model.Patch;
import understudy.driver.exchange.observe.Talk;
import understudy.remote.windows.PowerShellScript;
import understudy.remote.windows.WindowsNode;
import understudy.remote.windows.WindowsNode.Reply;

/**
 * What lies of the medium on a node, and what is wrong with it.
 *
 * @param version of its Setup.com
 */
public record MediumReport(Optional<ExchangeVersion> version, List<Finding> findings) {
    private static final PowerShellScript SCRIPT = PowerShellScript.of(Talk.class, "medium");

    /** Reads every file's digest on the node and compares it. */
    public static MediumReport ask(WindowsNode node, String task, Patch patch, Duration deadline) {
        if (Medium.files(patch).stream().anyMatch(MediumReport::isWizard)) {
            return new MediumReport(
                    Optional.empty(),
                    List.of(Finding.error(
                            "EXCHANGE-WIZARD",
                            patch.id(),
                            "The patch " + patch.id()
                                    + " names Setup.exe, whose wizard is not supported for a clustered mailbox server.",
                            "Name the medium's Setup.com, with its whole path.")));
        }
        if (Medium.installer(patch).isEmpty()) {
            return new MediumReport(
                    Optional.empty(),
                    List.of(Finding.error(
                            "EXCHANGE-NO-MEDIUM",
                            patch.id(),
                            "The patch " + patch.id()
                                    + " names neither a Setup.com nor a rollup, so that there is nothing to install.",
                            "Write a patch file with the files of the medium, and give it with --patch.")));
        }
        var paths = Medium.files(patch).stream().map(Patch.PatchFile::path).collect(Collectors.joining("\n"));
        return switch (node.run(SCRIPT, Map.of("paths", paths, "task", task), deadline)) {
            case Reply.Heard(var said) when said.succeeded() -> judge(node.name(), task, patch, said);
            case Reply.Heard(var said) -> silent(node.name(), said.error());
            case Reply.NotSent(String reason) -> silent(node.name(), reason);
            case Reply.Lost(String reason) -> silent(node.name(), reason);
        };
    }

    /** A bare name may start the graphical setup too (P1). */
    private static boolean isWizard(Patch.PatchFile file) {
        var path = file.path().toLowerCase(Locale.ROOT);
        return path.endsWith("setup.exe") || path.equals("setup.com") || path.equals("setup");
    }

    private static MediumReport silent(String node, String reason) {
        return new MediumReport(
                Optional.empty(),
                List.of(Finding.error(
                        "OFFER-NO-ANSWER",
                        node,
                        "What lies of the medium on " + node + " is not known: " + reason,
                        "Make it answer, then try again.")));
    }

    private static MediumReport judge(String node, String task, Patch patch, understudy.remote.windows.Said said) {
        List<Finding> findings = new ArrayList<>();
        Optional<ExchangeVersion> version = Optional.empty();
        for (Patch.PatchFile file : Medium.files(patch)) {
            var words = said.all("file").stream()
                    .map(line -> line.split("\t", -1))
                    .filter(one -> one.length == 3 && one[0].equals(file.path()))
                    .findFirst();
            if (words.isEmpty()) {
                findings.add(Finding.error(
                        "EXCHANGE-MEDIUM-MISSING",
                        node,
                        "On " + node + " the file " + file.path() + " of the medium is missing.",
                        "Copy the medium to the same folder on every node."));
            } else if (!words.get()[1].toLowerCase(Locale.ROOT).equals(file.sha256())) {
                findings.add(Finding.error(
                        "EXCHANGE-MEDIUM-DIFFERS",
                        node,
                        "On " + node + " the file " + file.path()
                                + " is not the one that the patch means: its digest differs.",
                        "Copy the medium to " + node + " again."));
            } else if (!Medium.fits(file, said.first("architecture").orElse(""))) {
                findings.add(Finding.error(
                        "EXCHANGE-ARCHITECTURE",
                        node,
                        "The file " + file.path() + " is not for the architecture of " + node + ", which is "
                                + said.first("architecture").orElse("") + ".",
                        "Bring the package that fits to " + node + "."));
            } else if (Medium.installer(patch).filter(file::equals).isPresent()) {
                version = ExchangeVersion.read(
                        file.version().isEmpty() && Medium.setup(patch).isPresent() ? words.get()[2] : file.version());
            }
        }
        if (findings.isEmpty() && version.isEmpty() && Medium.rollup(patch).isPresent()) {
            findings.add(Finding.error(
                    "EXCHANGE-NO-VERSION",
                    patch.id(),
                    "Which version store.exe has after the rollup " + patch.id() + " cannot be read from its file.",
                    "Say it in the patch, beside the file's digest: version: 8.1.263.1"));
        }
        if (!said.first("task").orElse("").equals("0")) {
            findings.add(Finding.error(
                    "EXCHANGE-NO-TASK",
                    node,
                    "On " + node + " the scheduled task " + task + ", by which long commands run, is not there.",
                    "An administrator makes it once, under the run's account; docs/exchange.md has the command."));
        }
        return new MediumReport(version, List.copyOf(findings));
    }
}
