package understudy.driver.pacemaker.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import understudy.driver.pacemaker.node.Blocks;

/** Each way in which a node's view of the cluster lies with exit code 0, met once. */
class ClusterLookTest {
    @Test
    void believesASettledMemberWithQuorum() {
        assertThat(Recorded.whyNot("n1", Recorded.blocks(Recorded.text("healthy.xml"), 0)))
                .isEmpty();
    }

    @Test
    void doesNotBelieveTheViewOfANodeThatHasJustStarted() {
        var allLost = Recorded.text("healthy.xml")
                .replace("online=\"true\"", "online=\"false\"")
                .replace("unclean=\"false\"", "unclean=\"true\"");

        assertThat(Recorded.whyNot("n1", Recorded.blocks(allLost, 0)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("not a settled member"));
    }

    @Test
    void doesNotBelieveAMinority() {
        assertThat(Recorded.whyNot("n3", Recorded.blocks(Recorded.text("no_quorum.xml"), 0)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("without quorum"));
    }

    @Test
    void doesNotBelieveCrmMonWhereCorosyncHasLostQuorum() {
        var blocks = with(
                "quorum",
                new Blocks.Block(
                        Recorded.text("quorumtool.txt").replace("Quorate:          Yes", "Quorate:          No"), 0));

        assertThat(Recorded.whyNot("n1", blocks)).isPresent();
    }

    @Test
    void doesNotBelieveAViewThatTheDecidingNodeDoesNotConfirm() {
        assertThat(Recorded.whyNot("n1", with("controller", new Blocks.Block("", 124))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("may be old"));
    }

    @Test
    void saysThatTheClusterIsNotRunning() {
        assertThat(Recorded.whyNot("n1", Recorded.blocks(Recorded.text("cluster_stopped.xml"), 102)))
                .contains("On n1 the cluster is not running (crm_mon ended with 102).");
    }

    @Test
    void refusesADocumentType() {
        assertThat(Recorded.whyNot("n1", Recorded.blocks("<!DOCTYPE x [<!ENTITY e \"e\">]><x>&e;</x>", 0)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("are refused"));
    }

    @Test
    void refusesDeepNesting() {
        assertThat(Recorded.whyNot("n1", Recorded.blocks("<a>".repeat(100) + "</a>".repeat(100), 0)))
                .isPresent();
    }

    private static Blocks with(String name, Blocks.Block block) {
        Map<String, Blocks.Block> blocks = new LinkedHashMap<>(
                Recorded.blocks(Recorded.text("healthy.xml"), 0).byName());
        blocks.put(name, block);
        return new Blocks(blocks);
    }
}
