package understudy.driver.pacemaker.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.driver.pacemaker.node.Blocks;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.Script;
import understudy.remote.Answer;

/**
 * One node's readiness.
 *
 * @param ahead how far its clock is ahead of ours, in milliseconds; only differences between nodes mean anything
 */
record NodeReadiness(String node, List<Finding> findings, Optional<Long> ahead) {
    private static final long SKEW_TO_TELL = 2_000;

    /** The same, and whether our account may run the commands by which a run proves this node ready. */
    static NodeReadiness ask(NodeLink link, Duration deadline, InstantSource clock, List<List<String>> proofs) {
        var asked = ask(link, deadline, clock);
        if (asked.ahead.isEmpty()) {
            return asked;
        }
        List<Finding> findings = new ArrayList<>(asked.findings);
        for (List<String> proof : proofs) {
            link.refusal(proof)
                    .ifPresent(
                            reason -> findings.add(
                                    Finding.error(
                                            "NODE-RULE-NARROW",
                                            link.nodeName(),
                                            "The run could not prove " + link.nodeName() + " ready with "
                                                    + String.join(" ", proof) + ". " + reason,
                                            "Print the script anew with `understudy sudo INVENTORY CLUSTER`, which covers the inventory's own commands.")));
        }
        return new NodeReadiness(asked.node, List.copyOf(findings), asked.ahead);
    }

    private static NodeReadiness ask(NodeLink link, Duration deadline, InstantSource clock) {
        var script = Script.of(List.of("check"), List.of());
        var asked = clock.instant();
        var answer = link.run(script, deadline);
        var middle = asked.plus(Duration.between(asked, clock.instant()).dividedBy(2));
        return switch (answer) {
            case Answer.Finished finished -> read(link.nodeName(), script.blocks(finished.output()), middle);
            case Answer.Unanswered unanswered ->
                new NodeReadiness(
                        link.nodeName(),
                        List.of(Finding.error(
                                "NODE-NO-ANSWER",
                                link.nodeName(),
                                link.nodeName() + " does not answer: " + unanswered.reason(),
                                "Make it reachable, then check again.")),
                        Optional.empty());
        };
    }

    static NodeReadiness read(String node, Blocks blocks, Instant middle) {
        List<Finding> findings = new ArrayList<>();
        var account = blocks.good("account").orElse("").strip();
        if (!account.equals("0")) {
            findings.add(Finding.error(
                    "NODE-NOT-ROOT",
                    node,
                    "On " + node + " our commands do not run as root (their user id is " + account + ").",
                    "Log in as root, or let the account become root with what `understudy sudo` prints."));
        }
        var missing = blocks.good("tools").orElse("").lines().toList();
        if (!missing.isEmpty()) {
            findings.add(Finding.error(
                    "NODE-TOOLS",
                    node,
                    "On " + node + " these tools are missing: " + String.join(", ", missing) + ".",
                    "Install pacemaker-cli-utils (Debian) or pacemaker-cli (others), coreutils and util-linux there."));
        }
        if (blocks.block("boot").filter(block -> block.exit() != 0).isPresent()) {
            findings.add(Finding.note(
                    "NODE-NOT-AT-BOOT",
                    node,
                    "On " + node + " the cluster is not started at boot; after a restart the run starts it."));
        }
        return new NodeReadiness(
                node,
                List.copyOf(findings),
                blocks.good("clock")
                        .map(String::strip)
                        .filter(text -> text.matches("[0-9]{1,12}\\.[0-9]{9}"))
                        .map(text -> millis(text) - middle.toEpochMilli()));
    }

    /** The clocks of the nodes differ: logs and leases cannot be compared. */
    static List<Finding> skew(List<NodeReadiness> nodes) {
        var known = nodes.stream().filter(node -> node.ahead.isPresent()).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        var first = known.stream()
                .min(java.util.Comparator.comparing(node -> node.ahead.orElseThrow()))
                .orElseThrow();
        var last = known.stream()
                .max(java.util.Comparator.comparing(node -> node.ahead.orElseThrow()))
                .orElseThrow();
        long apart = last.ahead.orElseThrow() - first.ahead.orElseThrow();
        return apart <= SKEW_TO_TELL
                ? List.of()
                : List.of(Finding.warning(
                        "CLOCKS-DIFFER",
                        last.node,
                        "The clock of " + last.node + " is " + apart + " ms ahead of that of " + first.node + ".",
                        "Set the clocks, for instance with chrony."));
    }

    private static long millis(String seconds) {
        return Long.parseLong(seconds.substring(0, seconds.indexOf('.'))) * 1000
                + Long.parseLong(seconds.substring(seconds.indexOf('.') + 1, seconds.indexOf('.') + 4));
    }
}
