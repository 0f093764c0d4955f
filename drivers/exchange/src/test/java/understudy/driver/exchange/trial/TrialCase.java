package understudy.driver.exchange.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import understudy.core.model.Policy;
import understudy.emulated.world.AloneServer;
import understudy.emulated.world.Build;
import understudy.emulated.world.ReplicatedCluster;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.Timing;
import understudy.emulated.world.World;
import understudy.emulated.world.WorldClock;

/**
 * One procedure on one cluster, to be run undisturbed, cut and failed over; each is a line of {@code scenarios/exchange/trials.txt}.
 *
 * @param kind of the cluster: {@code scc} or {@code ccr}; {@code alone} for a server without one
 * @param cuts how many cuts the tests tagged {@code long} try at most; 0 where it is only run undisturbed
 * @param servers mailbox servers
 * @param afterFirst the policy hands over after the first node
 * @param moveBack the policy wants the mailbox servers back where they were
 */
record TrialCase(
        String kind, int nodes, String procedure, int cuts, int servers, boolean afterFirst, boolean moveBack) {
    private static final Path FOLDER = Path.of("../../scenarios/exchange");

    static List<TrialCase> all() throws IOException {
        return Files.readAllLines(FOLDER.resolve("trials.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" +"))
                .map(TrialCase::of)
                .toList();
    }

    /** Those that are cut and, where there is a cluster, failed over. */
    static List<TrialCase> disturbed() throws IOException {
        return all().stream().filter(one -> one.cuts() > 0).toList();
    }

    static TrialCase named(String name) throws IOException {
        return all().stream()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** One that is not in the list. */
    static TrialCase of(String kind, int nodes, String procedure) {
        return new TrialCase(kind, nodes, "exchange-2007/" + procedure, 0, 1, false, false);
    }

    private static TrialCase of(String[] words) {
        List<String> more = Arrays.asList(words).subList(4, words.length);
        int servers = more.stream()
                .filter(word -> word.startsWith("servers="))
                .mapToInt(word -> Integer.parseInt(word.substring("servers=".length())))
                .findFirst()
                .orElse(1);
        return new TrialCase(
                words[0],
                Integer.parseInt(words[1]),
                words[2],
                Integer.parseInt(words[3]),
                servers,
                more.contains("after-first-node"),
                more.contains("move-back"));
    }

    boolean isRollup() {
        return procedure.endsWith("rollup");
    }

    /** Without a cluster nothing moves, and setup upgrades server and binaries at once. */
    boolean isAlone() {
        return kind.equals("alone");
    }

    /** How often each mailbox server goes out of service: alone it is back for a moment between setup and the restart. */
    int outages() {
        return moveBack || (isAlone() && !isRollup()) ? 2 : 1;
    }

    /** What every node's binaries are at the end. */
    Build target() {
        return isRollup() ? Build.SP1_ROLLUP1 : Build.SP1;
    }

    World world(WorldClock clock) {
        var version = isRollup() ? Build.SP1 : Build.RTM;
        return switch (kind) {
            case "alone" -> AloneServer.of(version, Timing.usual(), clock);
            case "ccr" -> ReplicatedCluster.of(version, Timing.usual(), clock);
            default ->
                SingleCopyCluster.of(new SingleCopyCluster.Shape(nodes, servers, version), Timing.usual(), clock);
        };
    }

    Policy policy() {
        var draft = Policy.standard().draft();
        if (afterFirst) {
            draft.handover(Policy.Handover.AFTER_FIRST_NODE);
        }
        if (moveBack) {
            draft.moveBack(Policy.MoveBack.ORIGINAL);
        }
        return draft.build();
    }

    /** What the nodes are asked that changes something, in order. */
    Path golden() {
        return FOLDER.resolve(procedure.substring(procedure.indexOf('/') + 1) + "-" + nodes + "-nodes"
                + (servers > 1 ? "-" + servers + "-servers" : "") + (afterFirst ? "-after-first-node" : "")
                + (moveBack ? "-move-back" : "") + ".txt");
    }

    @Override
    public String toString() {
        return golden().getFileName().toString().replace(".txt", "");
    }
}
