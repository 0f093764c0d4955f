package understudy.emulated.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.emulated.world.SteppingClock;

/** The rules that the emulated Exchange 5.5, 2000 and 2003 keep by themselves, asked for through the management host. */
class OldRulesTest {
    private static final String CLUSTER = "cluster.exe /cluster:MAILCLUS ";

    private final SteppingClock clock = new SteppingClock(Instant.parse("2005-11-12T22:00:00Z"));
    private OldWorld world = OldWorlds.cluster(Product.EXCHANGE_2003, 2, 1, OldTiming.usual(), clock);

    @AfterEach
    void close() {
        clock.close();
    }

    private record Answer(int exit, String output) {}

    private Answer run(String line) throws Exception {
        var output = new ByteArrayOutputStream();
        int exit = new ManagementHost(world, Map.of())
                .run("exadmin", line, new ByteArrayInputStream(new byte[0]), output, new ByteArrayOutputStream());
        return new Answer(exit, output.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aLineWithCmdInFrontIsReadByItAsOneThatTheShellGets() throws Exception {
        var groups = run(CLUSTER + "group");
        assertThat(groups.output()).contains("EVS1");
        assertThat(run("C:\\Windows\\system32\\cmd.exe /C " + CLUSTER + "group"))
                .isEqualTo(groups);
        assertThat(run("C:\\Windows\\system32\\cmd.exe /C no-such.exe").exit()).isEqualTo(9009);
    }

    @Test
    void aMoveWhoseProgramIsEndedHalfWayIsCarriedOnByTheCluster() throws Exception {
        world.watch(moment -> {
            if (moment.equals("half way")) {
                throw new InterruptedException();
            }
        });
        assertThatThrownBy(() -> run(CLUSTER + "group EVS1 /moveto:NODEB /wait:300"))
                .isInstanceOf(InterruptedException.class);
        assertThat(group("EVS1").status()).isEqualTo("Pending");
        clock.pass(Duration.ofMinutes(5));
        assertThat(group("EVS1").status()).isEqualTo("Online");
        assertThat(group("EVS1").owner()).isEqualTo("NODEB");
    }

    private OldNode node(String name) {
        return world.node(name).orElseThrow();
    }

    private OldGroup group(String name) {
        return world.group(name).orElseThrow();
    }

    private int install(String node, String path, String... options) throws InterruptedException {
        return new OldSetup(world, node(node)).run(path, List.of(options));
    }

    private void stopSnmp(String node) {
        node(node).service("SNMP").orElseThrow().run(false);
    }

    private void leave(String node) throws Exception {
        assertThat(run(CLUSTER + "group \"Cluster Group\" /moveto:NODEA /wait:300")
                        .exit())
                .isZero();
        assertThat(run("sc.exe \\\\" + node + " config ClusSvc start= demand").exit())
                .isZero();
        assertThat(run("sc.exe \\\\" + node + " stop ClusSvc").exit()).isZero();
        clock.pass(Duration.ofMinutes(1));
        stopSnmp(node);
    }

    private void stopParts() throws Exception {
        assertThat(run(CLUSTER + "res \"Exchange System Attendant (EVS1)\" /off /wait:300")
                        .exit())
                .isZero();
        assertThat(group("EVS1").status()).isEqualTo("Partially Online");
    }

    private void toNewBinaries() throws Exception {
        leave("NODEB");
        assertThat(install("NODEB", Product.EXCHANGE_2003.servicePackPath(), "/q"))
                .isZero();
        stopParts();
        run("sc.exe \\\\NODEB config ClusSvc start= auto");
        run("sc.exe \\\\NODEB start ClusSvc");
        clock.pass(Duration.ofMinutes(1));
        assertThat(run(CLUSTER + "group EVS1 /moveto:NODEB /wait:300").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster.exe node NODEA /pause",
                "cluster.exe /cluster:OTHER node",
                "cluster.exe /cluster:MAILCLUS group EVS1 /moveto:NODEB",
                "cluster.exe /cluster:MAILCLUS group EVS1 /sideways /wait:3",
                "sc.exe \\\\NODEB config ClusSvc start=demand",
                "sc.exe \\\\NODEB query Nothing",
                "reg.exe query \\\\NODEZ\\HKLM\\SOFTWARE",
                "wmic.exe /node:NODEA os get Everything /value",
                "schtasks.exe /run /s NODEA /tn Other",
                "shutdown.exe -r -m \\\\NODEA",
                "net.exe stop ClusSvc",
                "del C:\\",
                "cluster.exe /cluster:MAILCLUS node & format"
            })
    void whatIsNotKnownIsAnErrorAndChangesNothing(String line) throws Exception {
        assertThat(run(line).exit()).isNotZero();
        assertThat(world.journal()).isEmpty();
    }

    @Test
    void setupRefusesANodeThatOwnsAGroupTheClusterGroupIncluded() throws Exception {
        assertThat(install("NODEB", Product.EXCHANGE_2003.servicePackPath(), "/q"))
                .isEqualTo(1);
        assertThat(new String(node("NODEB").file(OldSetup.LOG).orElseThrow(), StandardCharsets.US_ASCII))
                .contains("NODEB owns the group Cluster Group.");
    }

    @Test
    void filesInUseAreSaidInTheLogAndTheInstallerEndsWellWithoutThem() throws Exception {
        leave("NODEB");
        node("NODEB").service("SNMP").orElseThrow().run(true);
        assertThat(install("NODEB", Product.EXCHANGE_2003.servicePackPath(), "/q"))
                .isZero();
        assertThat(node("NODEB").binaries()).isEqualTo(Product.EXCHANGE_2003.installed());
        assertThat(run("findstr.exe /c:FileInUse:: \"\\\\NODEB\\C$\\Exchange Server Setup Progress.log\"")
                        .exit())
                .isZero();
    }

    @Test
    void aHeldClusterServiceStaysOutThroughARestart() throws Exception {
        leave("NODEB");
        new OldPower(world).restart(node("NODEB"));
        clock.pass(Duration.ofMinutes(10));
        assertThat(world.isMember(node("NODEB"))).isFalse();
    }

    @Test
    void aVirtualServerThatIsNotUpgradedDoesNotStartOnNewerBinaries() throws Exception {
        toNewBinaries();
        assertThat(run(CLUSTER + "group EVS1 /on /wait:300").exit()).isEqualTo(5038);
        assertThat(node("NODEB").events()).anyMatch(event -> event.startsWith("MSExchangeCluster 1025 EVS1"));
    }

    @Test
    void startedTooEarlyTheClusterServiceLetsTheOldServerFailOverToNewerBinaries() throws Exception {
        leave("NODEB");
        install("NODEB", Product.EXCHANGE_2003.servicePackPath(), "/q");
        run("sc.exe \\\\NODEB config ClusSvc start= auto");
        run("sc.exe \\\\NODEB start ClusSvc");
        clock.pass(Duration.ofMinutes(1));
        new OldPower(world).off(node("NODEA"));
        clock.pass(Duration.ofMinutes(10));
        assertThat(group("EVS1").owner()).isEqualTo("NODEB");
        assertThat(group("EVS1").status()).isEqualTo("Failed");
        assertThat(node("NODEB").events()).anyMatch(event -> event.startsWith("MSExchangeCluster 1025"));
    }

    @Test
    void theUpgradeAsksForItsConditions() throws Exception {
        var administrator = new Administrator(world);
        assertThat(administrator.upgrade("EVS1", "NODEA").orElseThrow())
                .startsWith("c1037b44")
                .contains("no service pack");
        toNewBinaries();
        assertThat(administrator.upgrade("EVS1", "NODEA").orElseThrow()).contains("The command was given on NODEA");
        assertThat(run(CLUSTER + "res MSDTC /off /wait:60").exit()).isZero();
        assertThat(administrator.upgrade("EVS1", "NODEB").orElseThrow())
                .contains("Distributed Transaction Coordinator");
        assertThat(run(CLUSTER + "res MSDTC /on /wait:60").exit()).isZero();
        assertThat(run(CLUSTER + "res \"EVS1 Disk\" /off /wait:60").exit()).isZero();
        assertThat(administrator.upgrade("EVS1", "NODEB").orElseThrow()).contains("EVS1 Disk is Offline");
        assertThat(run(CLUSTER + "res \"EVS1 Disk\" /on /wait:60").exit()).isZero();
        assertThat(administrator.upgrade("EVS1", "NODEB")).isEmpty();
        assertThat(run(CLUSTER + "group EVS1 /on /wait:300").exit()).isZero();
        assertThat(group("EVS1").isOnline()).isTrue();
    }

    @Test
    void theUpgradeAsksForASystemAttendantThatIsOffline() throws Exception {
        stopSnmp("NODEA");
        node("NODEA").write(OldNode.storePath(), new byte[] {1}, Product.EXCHANGE_2003.servicePack());
        assertThat(new Administrator(world).upgrade("EVS1", "NODEA").orElseThrow())
                .startsWith("c1037b44: The System Attendant is not offline.");
    }

    @Test
    void anUpgradedServerOnOlderBinariesIsAViolationAndDoesNotStart() throws Exception {
        toNewBinaries();
        new Administrator(world).upgrade("EVS1", "NODEB");
        run(CLUSTER + "group EVS1 /on /wait:300");
        assertThat(run(CLUSTER + "group EVS1 /moveto:NODEA /wait:300").exit()).isEqualTo(5038);
        assertThat(world.violations()).isNotEmpty();
    }

    @Test
    void theDatabasesOf2000AreUpgradedAsTheyMountAndGoToNoOlderBinaries() throws Exception {
        world = OldWorlds.cluster(Product.EXCHANGE_2000, 2, 1, OldTiming.usual(), clock);
        leave("NODEB");
        assertThat(install("NODEB", Product.EXCHANGE_2000.servicePackPath(), "/q"))
                .isZero();
        run("sc.exe \\\\NODEB config ClusSvc start= auto");
        run("sc.exe \\\\NODEB start ClusSvc");
        clock.pass(Duration.ofMinutes(1));
        Instant before = clock.now();
        assertThat(run(CLUSTER + "group EVS1 /moveto:NODEB /wait:600").exit()).isZero();
        assertThat(Duration.between(before, clock.now()))
                .isGreaterThan(OldTiming.usual().mount());
        assertThat(run(CLUSTER + "group EVS1 /moveto:NODEA /wait:600").exit()).isEqualTo(5038);
        assertThat(world.violations()).isNotEmpty();
    }

    @Test
    void inPlaceTheClusterTakesTheServicesOf55AwayFromTheirSetupWhereAnotherNodeMayHaveThem() throws Exception {
        world = OldWorlds.cluster(Product.EXCHANGE_55, 2, 1, OldTiming.usual(), clock);
        stopSnmp("NODEA");
        assertThat(install("NODEA", Product.EXCHANGE_55.servicePackPath(), "/q"))
                .isEqualTo(1);
        clock.pass(Duration.ofMinutes(5));
        assertThat(group("EVS1").owner()).isEqualTo("NODEB");
    }

    @Test
    void whereNoOtherNodeMayHaveThemTheServicesOf55AreDownAsLongAsTheirSetup() throws Exception {
        world = OldWorlds.cluster(Product.EXCHANGE_55, 2, 1, OldTiming.usual(), clock);
        stopSnmp("NODEA");
        for (OldGroup.Resource resource : group("EVS1").resources()) {
            assertThat(run(CLUSTER + "res \"" + resource.name() + "\" /removeowner:NODEB")
                            .exit())
                    .isZero();
        }
        assertThat(install("NODEA", Product.EXCHANGE_55.servicePackPath(), "/q"))
                .isZero();
        assertThat(group("EVS1").owner()).isEqualTo("NODEA");
        assertThat(group("EVS1").isOnline()).isTrue();
    }

    @Test
    void aPackageThatKnowsNoClusterRefusesWhileTheServicesRunAndWhereTheyAreNot() throws Exception {
        world = OldWorlds.cluster(Product.EXCHANGE_55, 2, 1, OldTiming.usual(), clock);
        stopSnmp("NODEA");
        stopSnmp("NODEB");
        assertThat(install("NODEA", Product.EXCHANGE_55.fixPath(), "/quiet", "/norestart"))
                .isEqualTo(1);
        assertThat(run(CLUSTER + "group EVS1 /off /wait:300").exit()).isZero();
        assertThat(install("NODEB", Product.EXCHANGE_55.fixPath(), "/quiet", "/norestart"))
                .isEqualTo(1);
        assertThat(install("NODEA", Product.EXCHANGE_55.fixPath(), "/quiet", "/norestart"))
                .isZero();
    }
}
