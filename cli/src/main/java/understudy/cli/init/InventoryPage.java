package understudy.cli.init;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import understudy.cli.init.Draft.GroupDraft;
import understudy.cli.init.Draft.NodeDraft;
import understudy.cli.init.Draft.Tried;
import understudy.cli.inventory.ClusterEntry.SshEntry;
import understudy.documents.YamlLine;
import understudy.driver.pacemaker.survey.GroupGuess.ProbeGuess;
import understudy.remote.ssh.SshEndpoint;

/** Writes a draft as an inventory whose comments tell its owner what to decide. */
final class InventoryPage {
    private final List<String> lines = new ArrayList<>();
    private final Draft draft;
    private final Path file;

    private InventoryPage(Draft draft, Path file) {
        this.draft = draft;
        this.file = file;
    }

    /** The whole file. */
    static String write(Draft draft, Path file) {
        InventoryPage page = new InventoryPage(draft, file);
        page.head();
        page.nodes();
        page.groups();
        page.policy();
        return String.join("\n", page.lines) + "\n";
    }

    private void head() {
        comment(
                "",
                "What " + draft.asked()
                        + " shows of its cluster, written by `understudy init`, which has changed nothing there.");
        comment("", "It is yours now. Look at every line that says: decide.");
        comment("", "Then: understudy check " + file + " " + draft.name());
        line("", "format: 1");
        line("", "clusters:");
        line("  ", YamlLine.of(draft.name()) + ":");
        line("    ", "platform: pacemaker");
        line("    ", "observer: ssh");
        line("    ", "actuator: ssh");
        line("    ", "ssh: " + YamlLine.of(ssh(draft.ssh())));
    }

    private Map<String, Object> ssh(SshEntry ssh) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("user", ssh.user());
        if (ssh.port() != SshEndpoint.USUAL_PORT) {
            words.put("port", ssh.port());
        }
        ssh.identity().ifPresent(path -> words.put("identity", path.toString()));
        ssh.certificate().ifPresent(path -> words.put("certificate", path.toString()));
        if (ssh.agent()) {
            words.put("agent", true);
        }
        words.put("knownHosts", beside(ssh.knownHosts()));
        if (!ssh.jump().isEmpty()) {
            words.put("jump", ssh.jump());
        }
        return words;
    }

    /** A file beside the inventory moves with it. */
    private String beside(Path path) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder != null && folder.equals(path.getParent()) ? String.valueOf(path.getFileName()) : path.toString();
    }

    private void nodes() {
        line("    ", "nodes:");
        for (NodeDraft node : draft.nodes()) {
            node.trouble()
                    .ifPresent(why -> comment("      ", "decide: " + node.node() + " was not reached there. " + why));
            line("      ", YamlLine.of(node.node().value()) + ": " + YamlLine.of(Map.of("address", node.address())));
        }
        if (!draft.remote().isEmpty()) {
            comment(
                    "      ",
                    "Remote and guest nodes are not patched by this version: " + String.join(", ", draft.remote()));
        }
    }

    private void groups() {
        if (draft.groups().isEmpty()) {
            comment("    ", "The cluster has no groups but fence devices.");
            return;
        }
        line("    ", "groups:");
        draft.groups().forEach(this::group);
    }

    private void group(GroupDraft group) {
        comment("      ", String.join(", ", group.parts()));
        line("      ", YamlLine.of(group.group().value()) + ":");
        line("        ", "weight: " + group.weight() + "  " + YamlLine.comment("decide: " + group.reason()));
        probes(group);
        tried(
                "ready",
                group.ready().stream()
                        .map(one -> new Tried<Object>(one.guess(), one.works(), one.note()))
                        .toList());
        if (!group.warm().isEmpty()) {
            line("        ", "warm: " + YamlLine.of(group.warm()));
        }
    }

    private void probes(GroupDraft group) {
        tried(
                "probes",
                group.probes().stream()
                        .map(one -> new Tried<Object>(words(one.guess()), one.works(), one.note()))
                        .toList());
        if (group.weight() > 0 && group.probes().stream().noneMatch(Tried::works)) {
            comment("        ", "decide: without a probe nobody measures its outage, for instance:");
            comment(
                    "        ",
                    "probes: [{kind: tcp, address: "
                            + group.addresses().stream().findFirst().orElse("ADDRESS") + ", port: PORT}]");
        }
    }

    private void tried(String key, List<Tried<Object>> all) {
        if (all.isEmpty()) {
            return;
        }
        boolean any = all.stream().anyMatch(Tried::works);
        if (any) {
            line("        ", key + ":");
        }
        for (Tried<Object> one : all) {
            if (one.works()) {
                line("          ", "- " + YamlLine.of(one.guess()) + "  " + YamlLine.comment(one.note()));
            } else {
                comment(
                        "        ",
                        "decide: left out of " + key + ": " + YamlLine.of(one.guess()) + ", since " + one.note());
            }
        }
    }

    private static Map<String, Object> words(ProbeGuess guess) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("kind", guess.kind());
        words.put("address", guess.address());
        words.put("port", guess.port());
        return words;
    }

    private void policy() {
        comment(
                "    ",
                "decide: when may it be disrupted, and for how long? Without a policy: at any time. For instance:");
        comment(
                "    ",
                "policy: {outageBudget: 2m, windows: [{days: [sunday], opens: \"02:00\", length: 4h, zone: Europe/Berlin}]}");
    }

    private void line(String indent, String text) {
        lines.add(indent + text);
    }

    private void comment(String indent, String text) {
        lines.add(indent + YamlLine.comment(text));
    }
}
