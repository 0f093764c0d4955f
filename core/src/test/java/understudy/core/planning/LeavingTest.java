package understudy.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static understudy.core.planning.TestingProcedures.leaving;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.core.model.NodeId;
import understudy.core.procedure.Verb;

/** A node leaves the cluster for a patch of what makes it a member, and for no other. */
class LeavingTest {
    private static String ids(TestingCluster cluster) {
        return PlanText.ids(Planner.plan(cluster.input()));
    }

    private static TestingCluster one() {
        return TestingCluster.of("n1", "n2", "n3").patched("n1", "n3").done("fetch:n2");
    }

    @Test
    void whereThePatchChangesTheComponentTheNodeIsOutUntilItHasAllOfIt() {
        var cluster = one().procedure(leaving("kern*"));

        assertThat(ids(cluster)).isEqualTo("drain:n2 leave:n2 install:n2 restart:n2 rejoin:n2 verify:n2 release:n2");
        var plan = ((Planning.Planned) Planner.plan(cluster.input())).plan();
        assertThat(plan.steps())
                .filteredOn(step -> step.verb() instanceof Verb.LeaveCluster)
                .extracting(Step::reason)
                .containsExactly(
                        "The patch replaces what makes n2 a member of the cluster (kernel), so that it leaves in"
                                + " good order before.");
        assertThat(plan.steps())
                .filteredOn(step -> step.verb() instanceof Verb.Restart)
                .allSatisfy(
                        step -> assertThat(step.proves()).doesNotContain(new Condition.NodeIsMember(new NodeId("n2"))));
    }

    @Test
    void whereItDoesNotTheNodeStays() {
        assertThat(ids(one().procedure(leaving("corosync", "kern"))))
                .isEqualTo("drain:n2 install:n2 restart:n2 verify:n2 release:n2");
    }

    @Test
    void aProcedureThatNamesNoComponentAlwaysLeaves() {
        assertThat(ids(one().procedure(leaving())))
                .contains("leave:n2 install:n2")
                .contains("rejoin:n2");
    }

    @Test
    void whatThisRunHasTakenOutIsBroughtBackOncePatched() {
        assertThat(ids(one().patched("n2").drainedByUs("n2").heldOutByUs("n2").procedure(leaving("kern*"))))
                .isEqualTo("rejoin:n2 verify:n2 release:n2");
    }

    @ParameterizedTest
    @CsvSource({
        "corosync, corosync, true",
        "corosync, corosync-notifyd, false",
        "coro*, corosync-notifyd, true",
        "libqb*, libqb100:i386, true",
        "libqb100, libqb100:i386, true",
        "*, anything, true",
        "libqb*, libq, false"
    })
    void aNameMayEndWithAStar(String pattern, String component, boolean is) {
        assertThat(new Verb.LeaveCluster(java.util.List.of(pattern)).isFor(component))
                .isEqualTo(is);
    }
}
