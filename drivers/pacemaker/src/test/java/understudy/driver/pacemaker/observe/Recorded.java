package understudy.driver.pacemaker.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.GroupId;
import understudy.core.model.Targets;
import understudy.driver.pacemaker.GroupSettings;
import understudy.driver.pacemaker.TestingShell;
import understudy.driver.pacemaker.node.Blocks;
import understudy.remote.Answer;

/** Output recorded from a real cluster of three nodes (Pacemaker 2.1.5), and the same with one thing changed. */
public final class Recorded {
    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");

    private Recorded() {}

    /** One recorded file. */
    public static String text(String name) {
        try (var stream = Recorded.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a node of the healthy cluster answers to {@code cluster.sh}. */
    public static Answer cluster(TestingShell.Asked asked) {
        return TestingShell.finished(
                0,
                asked.block("mon", 0, text("healthy.xml"))
                        + asked.block("cib", 0, text("cib.xml"))
                        + asked.block("quorum", 0, text("quorumtool.txt"))
                        + asked.block(
                                "controller", 0, "<r><crmd node_name=\"n3\" state=\"S_IDLE\" result=\"ok\"/></r>"));
    }

    /** What {@code cluster.sh} prints where crm_mon says this. */
    static Blocks blocks(String mon, int exit) {
        Map<String, Blocks.Block> blocks = new LinkedHashMap<>();
        blocks.put("mon", new Blocks.Block(mon, exit));
        blocks.put("cib", new Blocks.Block(text("cib.xml"), 0));
        blocks.put("quorum", new Blocks.Block(text("quorumtool.txt"), 0));
        blocks.put(
                "controller",
                new Blocks.Block(
                        "<pacemaker-result><crmd node_name=\"n3\" state=\"S_IDLE\" result=\"ok\"/></pacemaker-result>",
                        0));
        return new Blocks(blocks);
    }

    static ClusterLook look(Blocks blocks) {
        return switch (ClusterLook.judge("n1", blocks)) {
            case ClusterLook.Judged.Believed(ClusterLook look) -> look;
            case ClusterLook.Judged.NotBelieved(String reason) -> throw new AssertionError(reason);
        };
    }

    static ClusterSnapshot snapshot(ClusterLook look) {
        return new SnapshotReader("lab", Map.of(new GroupId("mail"), GroupSettings.weighing(3)))
                .read(look, Map.of(), Targets.none(), NOW);
    }

    static ClusterSnapshot snapshot(String mon) {
        return snapshot(look(blocks(text(mon), 0)));
    }

    static ClusterSnapshot withConstraint(String constraint) {
        var blocks = blocks(text("healthy.xml"), 0);
        Map<String, Blocks.Block> changed = new LinkedHashMap<>(blocks.byName());
        changed.put(
                "cib",
                new Blocks.Block(
                        text("cib.xml").replace("<constraints/>", "<constraints>" + constraint + "</constraints>"), 0));
        return snapshot(look(new Blocks(changed)));
    }

    static Optional<String> whyNot(String asked, Blocks blocks) {
        return switch (ClusterLook.judge(asked, blocks)) {
            case ClusterLook.Judged.Believed _ -> Optional.empty();
            case ClusterLook.Judged.NotBelieved(String reason) -> Optional.of(reason);
        };
    }
}
