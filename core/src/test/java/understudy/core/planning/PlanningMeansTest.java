package understudy.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.core.planning.TestingProcedures.rolling;
import static understudy.core.planning.TestingProcedures.upgrading;
import static understudy.core.planning.TestingProcedures.with;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.Change;
import understudy.core.model.Finding;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.MayHost;
import understudy.core.model.Membership;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Policy;
import understudy.core.model.Quorum;
import understudy.core.model.RestartNeed;
import understudy.core.model.Voter;
import understudy.core.procedure.Procedure.HandoverTiming;
import understudy.core.procedure.Procedure.Order;
import understudy.core.procedure.Procedure.Visit;
import understudy.core.procedure.Verb;

/** Each sentence of the design's section on what planning means. */
class PlanningMeansTest {
    private static Plan plan(TestingCluster cluster) {
        Planning planning = Planner.plan(cluster.input());
        assertThat(planning).isInstanceOf(Planning.Planned.class);
        return ((Planning.Planned) planning).plan();
    }

    private static String ids(TestingCluster cluster) {
        return PlanText.ids(Planner.plan(cluster.input()));
    }

    private static TestingCluster three() {
        return TestingCluster.of("n1", "n2", "n3");
    }

    @Test
    void anOutageOfTwoGroupsTogetherIsTwo() {
        var cluster = three().group("mail", 1, "n1")
                .group("address", 1, "n1")
                .with("mail", group -> group.together("address"));

        Plan plan = plan(cluster);
        assertThat(plan.cost()).isEqualTo(2);
        assertThat(plan.bound()).isEqualTo(2);
        assertThat(plan.steps())
                .filteredOn(step -> step.verb() instanceof Verb.HandOver)
                .hasSize(1);
    }

    @Test
    void theCostOfAnOutageIsTheWeightOfItsGroup() {
        assertThat(plan(three().group("mail", 5, "n1")).cost()).isEqualTo(5);
    }

    @Test
    void fewerOutagesGoBeforeFewerStages() {
        Plan plan = plan(three().group("mail", 1, "n1").maxUnavailable(2).rule(new Quorum.Rule.NotNeeded()));

        assertThat(plan.cost()).isEqualTo(1);
        assertThat(plan.stages()).hasSize(3);
        assertThat(plan.stages().get(1).title()).isEqualTo("Patch n2 and n3");
    }

    @Test
    void groupsWithoutClientsMoveAsSeldomAsCanBe() {
        var cluster = three().group("mail", 1, "n1").group("cluster", 0, "n2");

        assertThat(plan(cluster).stages().get(1).title()).isEqualTo("Patch n3");
    }

    @Test
    void thePlanNamesTheConstraintBehindEachOutageAboveTheBound() {
        var cluster = TestingCluster.of("n1", "n2")
                .group("mail", 1, "n1")
                .group("web", 1, "n2")
                .rule(new Quorum.Rule.TwoNode());

        Plan plan = plan(cluster);
        assertThat(plan.bound()).isEqualTo(2);
        assertThat(plan.cost()).isEqualTo(3);
        assertThat(plan.exact()).isTrue();
        assertThat(plan.gap())
                .containsExactly(
                        "mail has an outage above the bound: it goes from n1 to n2, whose own patch is still to come,"
                                + " because every node without the patch serves a group, so that none could be patched before.");
    }

    @Test
    void theMoveBackIsListedApartAndOutsideTheBound() {
        Plan plan = plan(three().group("mail", 1, "n1").policy(policy -> policy.moveBack(Policy.MoveBack.ORIGINAL)));

        assertThat(plan.cost()).isEqualTo(1);
        assertThat(plan.outages()).extracting(Plan.PlannedOutage::outsideBound).containsExactly(false, true);
        assertThat(plan.stages().getLast().title()).isEqualTo("Move mail back");
    }

    @Test
    void theMoveBackWaitsForEveryPossibleOwner() {
        Plan plan = plan(three().group("mail", 1, "n1")
                .skipped("n3")
                .policy(policy -> policy.moveBack(Policy.MoveBack.ORIGINAL)));

        assertThat(plan.outages()).hasSize(1);
        assertThat(plan.warnings()).extracting(Finding::code).contains("NO-MOVE-BACK");
    }

    @Test
    void inPlaceEachGroupHasOneOutageAsLongAsTheVisit() {
        var cluster = three().group("mail", 1, "n1")
                .procedure(with(rolling(), Order.ACTIVE_FIRST, HandoverTiming.AFTER_PASSIVE_NODES, Visit.IN_PLACE));

        Plan plan = plan(cluster);
        assertThat(plan.stages().get(1).title()).isEqualTo("Patch n1");
        assertThat(plan.cost()).isEqualTo(1);
        assertThat(plan.outages().getFirst().expected()).hasSeconds(35);
        assertThat(plan.steps()).noneMatch(step -> step.verb() instanceof Verb.HandOver);
    }

    @Test
    void allTogetherTakesASpreadGroupDownAsOne() {
        var cluster = three().spread("front", 1, "n1", "n2", "n3")
                .procedure(
                        with(rolling(), Order.PASSIVE_FIRST, HandoverTiming.AFTER_PASSIVE_NODES, Visit.ALL_TOGETHER));

        Plan plan = plan(cluster);
        assertThat(plan.cost()).isEqualTo(1);
        assertThat(plan.steps().stream().map(step -> step.id().value()))
                .containsOnlyOnce("stop-group:front")
                .endsWith("start-group:front");
        assertThat(plan.gap()).hasSize(1);
    }

    @Test
    void allTogetherBringsUpWhatIsStoppedThoughNobodyHeardThatItWas() {
        var cluster = three().group("mail", 1, "n1")
                .with("mail", group -> group.health(GroupHealth.STOPPED))
                .original("mail", "n1")
                .procedure(
                        with(rolling(), Order.PASSIVE_FIRST, HandoverTiming.AFTER_PASSIVE_NODES, Visit.ALL_TOGETHER));

        assertThat(plan(cluster).steps().stream().map(step -> step.id().value()))
                .doesNotContain("stop-group:mail")
                .endsWith("start-group:mail");
    }

    @Test
    void allTogetherLeavesWhatWasStoppedBeforeTheRun() {
        var cluster = three().group("mail", 1, "n1")
                .with("mail", group -> group.health(GroupHealth.STOPPED))
                .procedure(
                        with(rolling(), Order.PASSIVE_FIRST, HandoverTiming.AFTER_PASSIVE_NODES, Visit.ALL_TOGETHER));

        assertThat(plan(cluster).steps().stream().map(step -> step.id().value()))
                .noneMatch(id -> id.endsWith(":mail"));
    }

    @Test
    void aStageHasAtMostMaxUnavailableLessWhatIsAbsentAlready() {
        var cluster = TestingCluster.of("n1", "n2", "n3", "n4", "n5", "n6", "n7")
                .node("n7", node -> node.membership(Membership.LEFT))
                .maxUnavailable(3);

        assertThat(plan(cluster).stages())
                .filteredOn(stage -> stage.title().startsWith("Patch"))
                .extracting(Stage::title)
                .containsExactly("Patch n1 and n2", "Patch n3 and n4", "Patch n5 and n6");
    }

    @Test
    void anAbsentNodeCanLeaveNoRoomForAnother() {
        var cluster = three().node("n3", node -> node.membership(Membership.LOST));

        assertThat(ids(cluster)).isEqualTo("NODE-CANNOT-BE-ABSENT n1\nNODE-CANNOT-BE-ABSENT n2");
    }

    @Test
    void votersThatAreNotNodesCountForQuorum() {
        var cluster = TestingCluster.of("n1", "n2").group("mail", 1, "n1");

        assertThat(ids(cluster)).contains("NODE-CANNOT-BE-ABSENT");
        assertThat(ids(cluster.voter("witness", Voter.Presence.PRESENT))).contains("move:mail>n2");
    }

    @Test
    void aVoterThatIsUnknownIsNotSurelyPresent() {
        var cluster = TestingCluster.of("n1", "n2").group("mail", 1, "n1").voter("witness", Voter.Presence.UNKNOWN);

        assertThat(ids(cluster)).contains("NODE-CANNOT-BE-ABSENT");
    }

    @Test
    void notSurvivingOneMoreLossIsAWarning() {
        assertThat(plan(three()).warnings()).extracting(Finding::code).contains("QUORUM-WITHOUT-MARGIN");
    }

    @Test
    void withTwoNodesTheSurvivorIsNotTakenBeforeItsPeerIsBack() {
        var cluster = TestingCluster.of("n1", "n2")
                .rule(new Quorum.Rule.TwoNode())
                .maxUnavailable(2)
                .node("n2", node -> node.membership(Membership.LEFT));

        assertThat(ids(cluster)).isEqualTo("NODE-CANNOT-BE-ABSENT n1");
    }

    @Test
    void theVersionFenceKeepsAGroupOffOlderNodes() {
        var cluster = three().patched("n2")
                .group("mail", 1, "n2")
                .group("web", 1, "n1")
                .versionFence();
        Plan plan = plan(cluster);

        assertThat(plan.steps().stream().map(step -> step.id().value()))
                .contains("withdraw-hosting:mail>n1", "withdraw-hosting:mail>n3", "grant-hosting:mail>n1")
                .noneMatch(id -> id.startsWith("move:mail"));
        assertThat(plan.redundancy()).isNotEmpty();
    }

    @Test
    void aGroupThatCanGoNowhereIsRefusedWithItsConstraintNamed() {
        var cluster = three().group("mail", 1, "n1").with("mail", group -> group.onlyOn("n1"));

        var refused = (Planning.Refused) Planner.plan(cluster.input());
        assertThat(refused.findings().getFirst().code()).isEqualTo("NO-HOME");
        assertThat(refused.findings().getFirst().sentence())
                .isEqualTo(
                        "mail can go nowhere when n1 is patched: n2 may not host it (not a possible owner); n3 may not host it"
                                + " (not a possible owner).");
    }

    @Test
    void anOutageAcceptedByNameIsPlannedInstead() {
        var cluster = three().group("mail", 1, "n1")
                .with("mail", group -> group.onlyOn("n1"))
                .policy(policy -> policy.acceptedOutages(List.of(new GroupId("mail"))));

        Plan plan = plan(cluster);
        assertThat(plan.cost()).isEqualTo(1);
        assertThat(plan.outages().getFirst().to()).isEqualTo(new NodeId("n1"));
    }

    @Test
    void anAcceptedOutageIsNotUsedWhereTheGroupHasAHome() {
        var cluster =
                three().group("mail", 1, "n1").policy(policy -> policy.acceptedOutages(List.of(new GroupId("mail"))));

        assertThat(ids(cluster)).contains("move:mail>n2");
    }

    @Test
    void notYetBecomesAWaitingStepBeforeTheOutage() {
        var cluster = TestingCluster.of("n1", "n2")
                .rule(new Quorum.Rule.TwoNode())
                .group("mail", 1, "n1")
                .with("mail", group -> group.mayHost("n2", new MayHost.NotYet("its copy is behind")));

        assertThat(ids(cluster)).contains("await-host:mail>n2 prepare:mail>n2 move:mail>n2");
    }

    @Test
    void unknownIsNeverAHome() {
        var cluster = TestingCluster.of("n1", "n2")
                .rule(new Quorum.Rule.TwoNode())
                .group("mail", 1, "n1")
                .with("mail", group -> group.mayHost("n2", new MayHost.Unknown("no answer")));

        assertThat(ids(cluster)).startsWith("NO-HOME mail");
    }

    @Test
    void capacityAntiAffinityAndPreferredOwnersDecideTheDestination() {
        var cluster = TestingCluster.of("n1", "n2", "n3", "n4")
                .group("mail", 1, "n1")
                .group("web", 1, "n1")
                .group("db", 1, "n1")
                .with("mail", group -> group.load("memory", 2).preferred("n4", "n3"))
                .with("web", group -> group.load("memory", 2).apart("mail"))
                .with("db", group -> group.load("memory", 1))
                .node("n4", node -> node.capacity("memory", 2))
                .node("n3", node -> node.capacity("memory", 2))
                .node("n2", node -> node.capacity("memory", 1));

        assertThat(ids(cluster)).contains("move:mail>n4", "move:web>n3", "move:db>n2");
    }

    @Test
    void aSpreadGroupKeepsTheNodesThatItNeeds() {
        var cluster = TestingCluster.of("n1", "n2", "n3", "n4", "n5")
                .spread("dns", 4, "n1", "n2", "n3", "n4", "n5")
                .maxUnavailable(2);

        assertThat(plan(cluster).stages()).hasSize(6);
        assertThat(plan(cluster).cost()).isZero();
        assertThat(ids(three().spread("dns", 3, "n1", "n2", "n3"))).contains("NODE-CANNOT-BE-ABSENT");
    }

    @Test
    void aPromotableGroupIsHandedOverLikeOneWithAnOwner() {
        var cluster = three().group("db", 1, "n1").with("db", GroupDraft::promotable);

        assertThat(ids(cluster)).contains("move:db>n2");
    }

    @Test
    void handoverAfterTheFirstNodeLeavesTheOthersForLater() {
        var cluster = three().group("mail", 1, "n1")
                .procedure(with(upgrading(), Order.PASSIVE_FIRST, HandoverTiming.AFTER_FIRST_NODE, Visit.VACATED));

        assertThat(plan(cluster).stages())
                .extracting(Stage::title)
                .containsExactly("Prepare", "Patch n2", "Hand mail over to n2, then patch n1", "Patch n3");
        assertThat(ids(cluster)).contains("withdraw-hosting:mail>n3");
        assertThat(plan(cluster).redundancy()).hasSize(1);
    }

    @Test
    void aGroupStoppedOnPurposeHasNoOutageToLoseAndStaysStopped() {
        var cluster = three().group("mail", 1, "n1").with("mail", group -> group.health(GroupHealth.STOPPED));

        assertThat(plan(cluster).outages()).isEmpty();
        assertThat(ids(cluster)).doesNotContain("mail");
    }

    @Test
    void anUnmanagedGroupIsNotTouchedAndKeepsItsNodeFromBeingEmptied() {
        var cluster = three().group("mail", 1, "n1").with("mail", GroupDraft::unmanaged);

        assertThat(ids(cluster)).isEqualTo("GROUP-CANNOT-LEAVE mail");
    }

    @Test
    void nodesInMaintenanceUnknownOrSkippedAreLeftOut() {
        var cluster = TestingCluster.of("n1", "n2", "n3", "n4")
                .node("n1", NodeDraft::maintenance)
                .node("n2", node -> node.patch(new PatchState.Unknown("no answer")))
                .skipped("n3");

        assertThat(plan(cluster).warnings())
                .extracting(Finding::code)
                .contains("NODE-IN-MAINTENANCE", "NODE-UNKNOWN", "NODE-SKIPPED");
        assertThat(ids(cluster.patched("n4"))).isEqualTo("nothing to do, incomplete");
    }

    @Test
    void nothingIsLeftWhenEveryNodeHasThePatchAndNothingOfOursIsOpen() {
        assertThat(ids(three().patched("n1", "n2", "n3").group("mail", 1, "n1")))
                .isEqualTo("nothing to do");
    }

    @Test
    void aNodeThatIsHalfDoneIsContinuedFirstWithItsRemainingSteps() {
        var cluster = three().group("mail", 1, "n1")
                .patched("n3")
                .drainedByUs("n3")
                .node("n3", node -> node.restart(new RestartNeed.Needed("the kernel")))
                .done("fetch:n1", "fetch:n2", "fetch:n3");

        assertThat(ids(cluster)).startsWith("restart:n3 verify:n3 release:n3\ndrain:n2");
    }

    @Test
    void aNodeThatOnlyHasToBeReleasedIsReleased() {
        var cluster = three().patched("n1", "n2", "n3").drainedByUs("n2").done("restart:n2", "fetch:n2");

        assertThat(ids(cluster)).isEqualTo("verify:n2 release:n2");
    }

    @Test
    void aDrainThatIsNotOursIsNeitherMadeNorReleased() {
        var cluster = three().node("n2", node -> node.drained(true)).group("mail", 1, "n1");

        assertThat(ids(cluster))
                .contains("install:n2 restart:n2 verify:n2\n")
                .doesNotContain("release:n2", "move:mail>n2");
    }

    @Test
    void aStepThatWasDoneIsNeverReused() {
        var cluster = three().group("mail", 1, "n1").done("drain:n2", "prepare:mail>n2");

        assertThat(ids(cluster)).contains("drain:n2#2", "prepare:mail>n2#2");
    }

    @Test
    void aRestartThatThisRunHasDoneIsNotDoneAgain() {
        var cluster = three().restart(understudy.core.model.Patch.RestartRule.ALWAYS)
                .patched("n1", "n2", "n3")
                .drainedByUs("n2")
                .done("fetch:n2");

        assertThat(ids(cluster)).isEqualTo("restart:n2 verify:n2 release:n2");
        assertThat(ids(cluster.done("restart:n2"))).isEqualTo("verify:n2 release:n2");
    }

    @Test
    void aFailoverToNewerBinariesGoesForwardThere() {
        var cluster = three().group("mail", 1, "n2")
                .with(
                        "mail",
                        group -> group.health(GroupHealth.FAILED)
                                .patch(new PatchState.Behind(List.of(new Change("mail", "1", "2", 0)))))
                .patched("n2", "n3")
                .procedure(upgrading());

        assertThat(ids(cluster)).startsWith("withdraw-hosting:mail>n1 upgrade:mail>n2\nfetch:n1\n");
        assertThat(plan(cluster).outages()).isEmpty();
    }

    @Test
    void aHandoverThatWasBrokenOffGoesForward() {
        var cluster = three().group("mail", 1, "n1")
                .with(
                        "mail",
                        group -> group.health(GroupHealth.STOPPED)
                                .patch(new PatchState.Behind(List.of(new Change("mail", "1", "2", 0)))))
                .patched("n2", "n3")
                .original("mail", "n1")
                .procedure(upgrading())
                .done("fetch:n1", "prepare:mail>n2");

        assertThat(ids(cluster))
                .contains("move:mail>n2 withdraw-hosting:mail>n1 upgrade:mail>n2\n")
                .doesNotContain("stop:mail");
    }

    @Test
    void rightsThatWereWithdrawnAreGrantedOnceTheNodeHasThePatch() {
        var cluster = three().patched("n1", "n2", "n3")
                .group("mail", 1, "n2")
                .withdrawn("mail", "n1")
                .versionFence();

        assertThat(ids(cluster)).isEqualTo("verify:n1 grant-hosting:mail>n1");
    }

    @Test
    void aServiceThatIsStillHeldIsGivenBack() {
        var cluster = three().patched("n1", "n2", "n3")
                .procedure(upgrading())
                .entry(LedgerEntry.Kind.SERVICE, "n2", Optional.<GroupId>empty())
                .done("fetch:n2", "restart:n2", "registry:n2");

        assertThat(ids(cluster)).isEqualTo("give-back-agent:n2 verify:n2");
    }

    @Test
    void whatCannotBePlannedIsRefusedByName() {
        assertThat(ids(three().platform("other", ""))).isEqualTo("WRONG-PLATFORM office");
        assertThat(ids(three().withoutQuorum())).isEqualTo("NO-QUORUM office");
        assertThat(ids(three().inMaintenance())).isEqualTo("CLUSTER-IN-MAINTENANCE office");
        assertThat(ids(three().node("n1", node -> node.patch(new PatchState.Broken("half configured", "Repair it.")))))
                .isEqualTo("PACKAGES-BROKEN n1");
    }

    @Test
    void theLastNodeIsAskedForWherePolicyWantsItOnceThePatchedOnesServe() {
        var cluster = three().group("mail", 1, "n1").policy(policy -> policy.goNoGo(true));

        assertThat(plan(cluster).stages().getLast().lead().getLast().id().value())
                .isEqualTo("go-no-go:office");
        assertThat(plan(cluster).stages().getLast().lead().getFirst().verb()).isInstanceOf(Verb.Prepare.class);
    }

    @Test
    void everyStepOfAPlanHasItsOwnId() {
        Plan plan = plan(TestingCluster.of("n1", "n2")
                .group("mail", 1, "n1")
                .group("web", 1, "n2")
                .rule(new Quorum.Rule.TwoNode())
                .policy(policy -> policy.moveBack(Policy.MoveBack.ORIGINAL)));

        assertThat(plan.steps()).extracting(Step::id).doesNotHaveDuplicates();
    }
}
