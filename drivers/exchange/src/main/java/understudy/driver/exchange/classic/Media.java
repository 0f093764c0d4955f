package understudy.driver.exchange.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.driver.exchange.ExchangeVersion;
import understudy.driver.exchange.Medium;
import understudy.driver.exchange.classic.Host.Reply;

/** The files of a patch on a node: read through its administrative share by the management host. */
final class Media {
    private final Cluster cluster;

    Media(Cluster cluster) {
        this.cluster = cluster;
    }

    /** A service pack is installed by update.exe, a single fix by a program of its own. */
    static boolean isServicePack(Patch.PatchFile file) {
        return file.path().toLowerCase(Locale.ROOT).endsWith("\\update.exe");
    }

    /** The file that is run. */
    static Optional<Patch.PatchFile> installer(Patch patch) {
        var files = Medium.files(patch);
        return files.stream()
                .filter(Media::isServicePack)
                .findFirst()
                .or(() -> files.stream()
                        .filter(file -> file.path().toLowerCase(Locale.ROOT).endsWith(".exe"))
                        .findFirst());
    }

    /** The version that the installer brings, as its own file says. */
    Optional<ExchangeVersion> version(Patch patch, NodeId node) {
        return installer(patch).flatMap(file -> cluster.nodes().version(node.value(), file.path()));
    }

    List<Finding> findings(Patch patch, NodeId node) {
        List<Finding> findings = new ArrayList<>();
        if (installer(patch).isEmpty()) {
            findings.add(Finding.error(
                    "EXCHANGE-NO-MEDIUM",
                    patch.id(),
                    "The patch " + patch.id() + " names no installer, so that there is nothing to install.",
                    "Write a patch file with the files of the medium, and give it with --patch."));
            return findings;
        }
        for (Patch.PatchFile file : Medium.files(patch)) {
            file(file, node).ifPresent(findings::add);
        }
        if (!hasTask(node)) {
            findings.add(Finding.error(
                    "EXCHANGE-NO-TASK",
                    node.value(),
                    "On " + node + " the scheduled task "
                            + cluster.host().settings().task() + ", by which long commands run, is not there.",
                    "An administrator makes it once, under the run's account; docs/exchange.md has the command."));
        }
        return findings;
    }

    private Optional<Finding> file(Patch.PatchFile file, NodeId node) {
        if (!file.path().matches("[A-Za-z]:\\\\.+")) {
            return Optional.of(Finding.error(
                    "EXCHANGE-MEDIUM-PATH",
                    file.path(),
                    "The patch names " + file.path() + ", which is no full path on a node.",
                    "Write it with its drive."));
        }
        var share = "\\\\" + node.value() + "\\" + file.path().charAt(0) + "$"
                + file.path().substring(2);
        var said = cluster.host().ask("certutil.exe", "-hashfile", share, "SHA256");
        if (said.isEmpty()) {
            return Optional.of(Finding.error(
                    "OFFER-NO-ANSWER",
                    node.value(),
                    "What lies of the medium on " + node + " is not known.",
                    "Make the management host answer, then try again."));
        }
        var digest = said.filter(Reply.Ended::succeeded).flatMap(one -> Tables.digest(one.lines()));
        if (digest.isEmpty()) {
            return Optional.of(Finding.error(
                    "EXCHANGE-MEDIUM-MISSING",
                    node.value(),
                    "On " + node + " the file " + file.path() + " of the medium is missing.",
                    "Copy the medium to the same folder on every node."));
        }
        return digest.get().equals(file.sha256())
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "EXCHANGE-MEDIUM-DIFFERS",
                        node.value(),
                        "On " + node + " the file " + file.path()
                                + " is not the one that the patch means: its digest differs.",
                        "Copy the medium to " + node + " again."));
    }

    private boolean hasTask(NodeId node) {
        var task = "\"" + cluster.host().settings().task() + "\"";
        return cluster.host()
                .ask("schtasks.exe", "/query", "/s", node.value(), "/fo", "csv", "/nh")
                .filter(Reply.Ended::succeeded)
                .filter(said -> said.lines().stream().anyMatch(line -> line.startsWith(task)))
                .isPresent();
    }
}
