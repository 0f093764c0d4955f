package understudy.driver.pacemaker.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Fencing;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.MayHost;
import understudy.core.model.Membership;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.core.model.Quorum;
import understudy.core.model.RunId;
import understudy.core.model.Voter;

class SnapshotReaderTest {
    private static final GroupId MAIL = new GroupId("mail");
    private static final NodeId N1 = new NodeId("n1");
    private static final NodeId N3 = new NodeId("n3");

    @Test
    void readsAHealthyCluster() {
        var snapshot = Recorded.snapshot("healthy.xml");

        assertThat(snapshot.nodes()).extracting(node -> node.id().value()).containsExactly("n1", "n2", "n3");
        assertThat(snapshot.nodes()).allMatch(node -> node.isAvailable());
        assertThat(mail(snapshot).owner()).contains(N3);
        assertThat(mail(snapshot).health()).isEqualTo(GroupHealth.ONLINE);
        assertThat(mail(snapshot).weight()).isEqualTo(3);
        assertThat(snapshot.changing()).isFalse();
        assertThat(snapshot.fencing()).isEqualTo(new Fencing.Works());
        assertThat(snapshot.quorum())
                .isEqualTo(new Quorum(
                        new Quorum.Rule.Majority(),
                        true,
                        List.of(
                                new Voter("n1", 1, Voter.Presence.PRESENT),
                                new Voter("n2", 1, Voter.Presence.PRESENT),
                                new Voter("n3", 1, Voter.Presence.PRESENT))));
    }

    @Test
    void aFenceDeviceIsAGroupOfNoWeight() {
        assertThat(Recorded.snapshot("healthy.xml").group(new GroupId("fence")).map(Group::weight))
                .contains(0);
    }

    @Test
    void whatANodeDidNotSayIsUnknown() {
        assertThat(Recorded.snapshot("healthy.xml").nodes())
                .allMatch(node -> node.patch() instanceof PatchState.Unknown
                        && node.bootId().isEmpty());
    }

    @Test
    void aPendingNodeLooksStandbyAndIsNotDrained() {
        var node = Recorded.snapshot("node_pacemaker_stopped.xml").node(N3).orElseThrow();

        assertThat(node.membership()).isEqualTo(Membership.JOINING);
        assertThat(node.drained()).isFalse();
    }

    @Test
    void aNodeThatWasStoppedHasLeft() {
        assertThat(Recorded.snapshot("node_corosync_stopped.xml")
                        .node(N3)
                        .orElseThrow()
                        .membership())
                .isEqualTo(Membership.LEFT);
    }

    @Test
    void aLostNodeServesNothingAlthoughItsResourcesAreShownStarted() {
        var snapshot = Recorded.snapshot("owner_lost.xml");

        assertThat(snapshot.node(N3).orElseThrow().membership()).isEqualTo(Membership.LOST);
        assertThat(mail(snapshot).serving()).isEmpty();
        assertThat(mail(snapshot).health()).isNotEqualTo(GroupHealth.ONLINE);
    }

    @Test
    void aGroupThatFailedOnANodeMayNotGoThereAndTheRemedyIsNamed() {
        var right = mail(Recorded.snapshot("start_failed.xml")).mayHost(N3);

        assertThat(right)
                .isInstanceOfSatisfying(
                        MayHost.No.class,
                        no -> assertThat(no.reason())
                                .contains("imap")
                                .contains("could not start")
                                .contains("crm_resource --cleanup --resource imap --node n3"));
    }

    @Test
    void fencingThatFailedIsNotReliedOn() {
        assertThat(Recorded.snapshot("fence_fails.xml").fencing()).isInstanceOf(Fencing.Fails.class);
    }

    @Test
    void maintenanceOfTheWholeClusterIsSeen() {
        var snapshot = Recorded.snapshot("maintenance_mode.xml");

        assertThat(snapshot.maintenance()).isTrue();
        assertThat(mail(snapshot).managed()).isFalse();
    }

    @Test
    void aBanForbids() {
        var snapshot = Recorded.withConstraint(
                "<rsc_location id=\"cli-ban-mail-on-n1\" rsc=\"mail\" node=\"n1\" score=\"-INFINITY\"/>");

        assertThat(mail(snapshot).mayHost(N1))
                .isEqualTo(new MayHost.No("mail on n1 is forbidden by the constraint cli-ban-mail-on-n1."));
        assertThat(mail(snapshot).mayHost(N3)).isEqualTo(new MayHost.Yes());
        assertThat(snapshot.marks()).isEmpty();
    }

    @Test
    void aBanOfOneMemberForbidsTheGroup() {
        var snapshot =
                Recorded.withConstraint("<rsc_location id=\"no-vip\" rsc=\"vip\" node=\"n1\" score=\"-INFINITY\"/>");

        assertThat(mail(snapshot).mayHost(N1)).isInstanceOf(MayHost.No.class);
    }

    @Test
    void aRuleThatIsNotUnderstoodIsUnknownNotYes() {
        var snapshot = Recorded.withConstraint(
                "<rsc_location id=\"by-night\" rsc=\"mail\"><rule id=\"r\" score=\"-INFINITY\">"
                        + "<date_expression id=\"d\" operation=\"in_range\" start=\"2026-01-01\"/></rule></rsc_location>");

        assertThat(mail(snapshot).mayHost(N1)).isInstanceOf(MayHost.Unknown.class);
    }

    @Test
    void aTicketThatIsNotHeldIsAwaited() {
        var snapshot =
                Recorded.withConstraint("<rsc_ticket id=\"t\" rsc=\"mail\" ticket=\"site-a\" loss-policy=\"stop\"/>");

        assertThat(mail(snapshot).mayHost(N3)).isInstanceOf(MayHost.NotYet.class);
    }

    @Test
    void aPreferenceOfOursIsAMarkAndNotThePreferenceOfTheCluster() {
        var snapshot = Recorded.withConstraint(
                "<rsc_location id=\"understudy.night-1.prefer.mail.n1\" rsc=\"mail\" node=\"n1\""
                        + " score=\"INFINITY\"/><rsc_location id=\"home\" rsc=\"mail\" node=\"n3\" score=\"50\"/>");

        assertThat(snapshot.marks())
                .containsExactly(new Mark(
                        "prefer.mail.n1",
                        new RunId("night-1"),
                        LedgerEntry.Kind.PREFERENCE,
                        Optional.of(N1),
                        Optional.of(MAIL)));
        assertThat(mail(snapshot).preferred()).containsExactly(N3);
    }

    @Test
    void resourcesThatMustNotMeetAreApart() {
        var snapshot = Recorded.withConstraint(
                "<rsc_colocation id=\"c\" rsc=\"fence\" with-rsc=\"vip\" score=\"-INFINITY\"/>");

        assertThat(mail(snapshot).apart()).containsExactly(new GroupId("fence"));
    }

    private static Group mail(ClusterSnapshot snapshot) {
        return snapshot.group(MAIL).orElseThrow();
    }
}
