package understudy.emulated.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import understudy.emulated.world.Build;
import understudy.emulated.world.Group;
import understudy.emulated.world.Power;
import understudy.emulated.world.Service;
import understudy.emulated.world.Setup;

/** The rules that the emulated Exchange keeps by itself, whatever it is asked. */
class ExchangeRulesTest {
    private static final String SNAPIN = "Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin; ";
    private static final String MOVE =
            SNAPIN + "Move-ClusteredMailboxServer EXCLUS1 -MoveComment x -Confirm:$false -TargetMachine ";
    private static final String STOP = SNAPIN + "Stop-ClusteredMailboxServer EXCLUS1 -StopReason x -Confirm:$false";
    private static final String SETUP = "C:\\Media\\E2K7SP1\\Setup.com ";

    @Test
    void setupRefusesANodeThatOwnsAGroup() throws Exception {
        var owner = new TestingNode("NODEA");
        var answer = owner.run(SETUP + "/m:upgrade");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.output()).contains("NODEA owns the group EXCLUS1; move it to another node.");
        assertThat(new TestingNode("NODEB").run(SETUP + "/m:upgrade").output())
                .contains("NODEB owns the group Cluster Group; move it to another node.");
        assertThat(owner.world.node("NODEA").orElseThrow().events())
                .anyMatch(event -> event.startsWith("MSExchangeSetup 1002"));
    }

    @Test
    void setupRefusesWhileCountersAreHeldOpen() throws Exception {
        var node = emptied();
        assertThat(node.run(SETUP + "/m:upgrade").output()).contains("SysmonLog holds performance counters open");
    }

    @Test
    void setupFailsWhereRemoteRegistryWasNotRestarted() throws Exception {
        var node = emptied();
        node.script("Stop-Service SysmonLog; Stop-Service MOM");
        assertThat(node.run(SETUP + "/m:upgrade").output())
                .contains("The performance counters of NODEB cannot be read by Remote Registry.");
    }

    @Test
    void setupFailsWhereTheFirewallServiceDoesNotRun() throws Exception {
        var node = emptied();
        node.world.node("NODEB").orElseThrow().add(new Service("SharedAccess", false, "Manual", false));
        node.script(
                "Stop-Service SysmonLog; Stop-Service MOM; Stop-Service RemoteRegistry; Start-Service RemoteRegistry");
        assertThat(node.run(SETUP + "/m:upgrade").output())
                .contains("The exceptions of the Windows Firewall cannot be set: its service does not run.");
    }

    @Test
    void setupForbidsStreamingBackupWhereNothingIsWritten() throws Exception {
        var registry = upgraded().world.node("NODEB").orElseThrow().registry();
        assertThat(registry.value(Setup.STREAMING_KEY, Setup.STREAMING)).contains("0");
    }

    @Test
    void aRollupOnANodeThatOwnsAGroupSendsTheGroupAway() throws Exception {
        var node = new TestingNode("NODEB");
        var world = node.world;
        world.node("NODEB").orElseThrow().write("C:\\r.msp", new byte[0], new Build(8, 0, 708, 3));
        assertThat(node.run("msiexec /update C:\\r.msp /quiet /norestart /l*v C:\\r.log")
                        .exit())
                .isZero();
        assertThat(world.group("Cluster Group").orElseThrow().owner()).isEqualTo("NODEA");
    }

    @Test
    void aMoveWhoseProgramIsEndedIsCarriedOnByTheCluster() {
        var node = new TestingNode("NODEA");
        node.world.when("/moveto:NODEA", () -> Thread.currentThread().interrupt());
        assertThatThrownBy(() -> node.run("cluster.exe group \"Cluster Group\" /moveto:NODEA /wait:300"))
                .isInstanceOf(InterruptedException.class);
        var group = node.world.group("Cluster Group").orElseThrow();
        assertThat(group.owner()).isEqualTo("NODEA");
        await().until(() -> group.state() == Group.State.ONLINE);
    }

    @Test
    void setupLeavesNewBinariesAndAPendingRestart() throws Exception {
        var node = upgraded();
        assertThat(node.script("(Get-Item 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager')"
                                + ".GetValue('PendingFileRenameOperations')")
                        .output())
                .isNotBlank();
        assertThat(node.world
                        .node("NODEB")
                        .orElseThrow()
                        .versionOf("C:\\Program Files\\Microsoft\\Exchange Server\\bin\\store.exe"))
                .contains(Build.SP1);
    }

    @Test
    void setupRefusesANodeThatAwaitsARestartFromBefore() throws Exception {
        var node = upgraded();
        var again = node.run(SETUP + "/m:upgrade");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.output()).contains("NODEB awaits a restart.");
    }

    @Test
    void theMailboxServerIsNotUpgradedWhereItIsNotStopped() throws Exception {
        assertThat(upgraded().run(SETUP + "/upgradecms").output()).contains("NODEB owns no clustered mailbox server");
        var owner = new TestingNode("NODEA");
        assertThat(owner.run(SETUP + "/upgradecms").output()).contains("EXCLUS1 is not stopped.");
        assertThat(owner.script(STOP).exit()).isZero();
        assertThat(owner.run(SETUP + "/upgradecms").output())
                .contains("The binaries on NODEA are not of the version on the medium.");
    }

    @Test
    void theMailboxServerIsNotUpgradedBeforeTheRestartOfItsNode() throws Exception {
        var node = upgraded();
        node.script(STOP);
        assertThat(node.script(MOVE + "NODEB").exit()).isZero();
        assertThat(node.run(SETUP + "/upgradecms").output()).contains("NODEB awaits a restart.");
    }

    @Test
    void whatDoesNotStartOnNewerBinariesGoesOnToTheNextNode() throws Exception {
        var node = upgraded();
        node.script(MOVE + "NODEB");
        var server = node.world.group("EXCLUS1").orElseThrow();
        await().until(() -> server.owner().equals("NODEA") && server.state() == Group.State.ONLINE);
        assertThat(node.world.violations()).isEmpty();
    }

    @Test
    void afterItsUpgradeItGoesToNoNodeWithOlderBinaries() throws Exception {
        var node = upgraded();
        new Power(node.world).restart(node.world.node("NODEB").orElseThrow());
        await().until(() -> node.world.isPowered(node.world.node("NODEB").orElseThrow()));
        node.script(STOP);
        assertThat(node.script(MOVE + "NODEB").exit()).isZero();
        assertThat(node.run(SETUP + "/upgradecms").exit()).isZero();
        var back = node.script(MOVE + "NODEA");
        assertThat(back.exit()).isEqualTo(1);
        assertThat(back.error()).contains("NODEA has older binaries than 'EXCLUS1'");
    }

    @Test
    void aPausedNodeGetsNoGroup() throws Exception {
        var node = new TestingNode("NODEA");
        assertThat(node.run("cluster node NODEB /pause").exit()).isZero();
        assertThat(node.run("cluster group EXCLUS1 /moveto:NODEB /wait:10").exit())
                .isEqualTo(5070);
    }

    @Test
    void theGroupsOfALostNodeFailOverByThemselves() throws Exception {
        var node = new TestingNode("NODEB");
        new Power(node.world).off(node.world.node("NODEA").orElseThrow());
        await().until(() -> node.world.group("EXCLUS1").orElseThrow().owner().equals("NODEB"));
        await().until(() -> node.world.group("EXCLUS1").orElseThrow().state() == Group.State.ONLINE);
    }

    private static TestingNode emptied() throws Exception {
        var node = new TestingNode("NODEB");
        assertThat(node.run("cluster group \"Cluster Group\" /moveto:NODEA /wait:10")
                        .exit())
                .isZero();
        return node;
    }

    private static TestingNode upgraded() throws Exception {
        var node = emptied();
        node.script(
                "Stop-Service SysmonLog; Stop-Service MOM; Stop-Service RemoteRegistry; Start-Service RemoteRegistry");
        assertThat(node.run(SETUP + "/m:upgrade").exit()).isZero();
        return node;
    }
}
