package understudy.trials;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import understudy.lab.Lab;
import understudy.lab.LabNode;

/** What is so on the lab's nodes, asked past the program and past the network. */
final class Nodes {
    private static final String FENCE_AGENT = "fence_understudy";

    private final Lab lab;

    Nodes(Lab lab) {
        this.lab = lab;
    }

    List<String> names() {
        return lab.spec().nodes().stream().map(LabNode::name).toList();
    }

    /** The same question to each node. */
    Map<String, String> each(Function<String, String> question) {
        Map<String, String> answers = new LinkedHashMap<>();
        names().forEach(node -> answers.put(node, question.apply(node)));
        return answers;
    }

    /** What a shell on the node prints. */
    String shell(String node, String script) {
        var output = lab.execute(node, List.of("sh", "-c", script));
        if (!output.succeeded()) {
            throw new AssertionError("On " + node + " '" + script + "' ended with " + output.code() + ": "
                    + output.out() + output.err());
        }
        return output.out().strip();
    }

    /** What dpkg finds broken, and packages that are neither installed nor removed as a whole. */
    String inconsistencies(String node) {
        return shell(
                node,
                "dpkg --audit; dpkg-query -W -f '${db:Status-Abbrev} ${Package}\\n' | grep -v -e '^ii ' -e '^rc ' || true");
    }

    /** What the node's source still offers, one line for each package. */
    String offered(String node) {
        return shell(node, "apt-get -q update >/dev/null && apt-get -s dist-upgrade | grep '^Inst ' || true");
    }

    /** The upgrades in dpkg's own log: {@code package old new}, one line for each time. */
    List<String> upgrades(String node) {
        return shell(node, "sed -n 's/^[^ ]* [^ ]* upgrade //p' /var/log/dpkg.log")
                .lines()
                .toList();
    }

    /** How often the cluster has started a group since the lab was new, on all nodes together: once at first, once for each handover. */
    int starts(String group) {
        return each(node -> shell(
                        node,
                        "grep -c 'Result of start operation for " + group
                                + "-address.*: ok' /var/log/pacemaker/pacemaker.log || true"))
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** Everything of the package system, of ours and of temporary files, with sizes and times. */
    String files(String node) {
        return shell(
                node,
                "sha256sum /var/lib/dpkg/status; find /var/lib/dpkg /var/lib/apt /var/cache/apt /var/lib/understudy /run/understudy"
                        + " -printf '%p %s %T@\\n' 2>/dev/null | sort; ls -A /tmp /var/tmp");
    }

    /** How often the node was started since the lab came up. */
    int boots(String node) {
        return lab.status().node(node).boots();
    }

    Map<String, String> boots() {
        return each(node -> String.valueOf(boots(node)));
    }

    Map<String, String> memberships() {
        var status = lab.status();
        return each(node -> status.node(node).membership());
    }

    /** The marks of ours on a node. */
    String marks(String node) {
        return shell(node, "ls -A /var/lib/understudy/ledger 2>/dev/null || true");
    }

    /** What of ours stands in the cluster's configuration, a lock that was given up apart; and what else a drain or a move leaves. */
    List<String> tracesInCluster() {
        return configuration()
                .filter(line -> line.replace(FENCE_AGENT, "").contains("understudy")
                        || line.contains("name=\"standby\"")
                        || line.contains("cli-prefer")
                        || line.contains("cli-ban"))
                .filter(line -> !line.contains("<cluster_property_set"))
                .filter(line -> !line.matches(".* id=\"understudy-lock-value\" .* value=\"[0-9]+\"/>"))
                .toList();
    }

    /** The version of the cluster's configuration, which every change of it raises. */
    String configurationVersion() {
        var root = configuration()
                .filter(line -> line.startsWith("<cib "))
                .findFirst()
                .orElseThrow();
        return root.replaceAll(".* (epoch=\"[0-9]+\").*", "$1")
                + root.replaceAll(".* (admin_epoch=\"[0-9]+\").*", "$1");
    }

    private Stream<String> configuration() {
        return shell(names().getFirst(), "cibadmin -Q").lines().map(String::strip);
    }
}
