package understudy.core.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.Membership;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.RestartNeed;
import understudy.core.planning.Condition;
import understudy.core.planning.TestingCluster;

class ConditionsTest {
    private static final NodeId N1 = new NodeId("n1");
    private static final GroupId MAIL = new GroupId("mail");

    private static TestingCluster two() {
        return TestingCluster.of("n1", "n2").group("mail", 1, "n2");
    }

    private static Verdict judge(Condition condition, TestingCluster now) {
        return Conditions.judge(condition, new Moment(now.snapshot(), two().snapshot(), now.records()));
    }

    @Test
    void aRestartIsBelievedWithANewBootId() {
        var condition = new Condition.NodeRestarted(N1);

        assertThat(judge(condition, two())).isInstanceOf(Verdict.Fails.class);
        assertThat(judge(condition, two().node("n1", node -> node.booted("n1-boot-2")))
                        .holds())
                .isTrue();
    }

    @Test
    void aRestartThatNothingAskedForNeedNotHappen() {
        assertThat(judge(new Condition.NodeRestartedIfAsked(N1), two()).holds()).isTrue();

        TestingCluster asking = two().node("n1", node -> node.restart(new RestartNeed.Needed("the kernel")));
        var moment = new Moment(two().snapshot(), asking.snapshot(), asking.records());
        assertThat(Conditions.judge(new Condition.NodeRestartedIfAsked(N1), moment))
                .isInstanceOf(Verdict.Fails.class);
    }

    @Test
    void anEmptyNodeIsVacatedOnlyIfItIsHeld() {
        var condition = new Condition.NodeVacated(N1, true);

        assertThat(judge(condition, two()).holds()).isFalse();
        assertThat(judge(condition, two().drainedByUs("n1")).holds()).isTrue();
        assertThat(judge(condition, two().drainedByUs("n1").group("web", 0, "n1"))
                        .holds())
                .isTrue();
        assertThat(judge(
                                new Condition.NodeVacated(N1, false),
                                two().drainedByUs("n1").group("web", 0, "n1"))
                        .holds())
                .isFalse();
    }

    @Test
    void aLostNodeHasNotLeftInGoodOrder() {
        var condition = new Condition.NodeHasLeft(N1);

        assertThat(judge(condition, two().node("n1", node -> node.membership(Membership.LOST))))
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(judge(condition, two().node("n1", node -> node.membership(Membership.LEFT)))
                        .holds())
                .isTrue();
    }

    @Test
    void whatWasNotSeenIsUnknownNeverAYes() {
        TestingCluster unseen = two().node("n1", node -> node.patch(new PatchState.Unknown("no answer")))
                .with("mail", group -> group.health(GroupHealth.UNKNOWN));

        assertThat(judge(new Condition.NodePatched(N1), unseen)).isInstanceOf(Verdict.Unknown.class);
        assertThat(judge(new Condition.GroupServed(MAIL), unseen)).isInstanceOf(Verdict.Unknown.class);
        assertThat(judge(new Condition.GroupOwnedBy(MAIL, N1), unseen)).isInstanceOf(Verdict.Unknown.class);
        assertThat(judge(new Condition.NodeIsMember(new NodeId("n9")), unseen)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void onlyOurOwnDrainKeepsANodeFromBeingReleased() {
        var condition = new Condition.NodeReleased(N1);

        assertThat(judge(condition, two().drainedByUs("n1")).holds()).isFalse();
        assertThat(judge(condition, two().node("n1", node -> node.drained(true)))
                        .holds())
                .isTrue();
    }

    @Test
    void aGroupThatIsDownIsPlacedButNotOwned() {
        TestingCluster down = TestingCluster.of("n1", "n2")
                .group("mail", 1, "n1")
                .with("mail", group -> group.health(GroupHealth.STOPPED));

        assertThat(judge(new Condition.GroupPlacedOn(MAIL, N1), down).holds()).isTrue();
        assertThat(judge(new Condition.GroupOwnedBy(MAIL, N1), down).holds()).isFalse();
        assertThat(judge(new Condition.GroupStopped(MAIL), down).holds()).isTrue();
    }
}
