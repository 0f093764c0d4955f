package understudy.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.cli.init.Draft.GroupDraft;
import understudy.cli.init.Draft.NodeDraft;
import understudy.cli.init.Draft.Tried;
import understudy.cli.inventory.ClusterEntry;
import understudy.cli.inventory.ClusterEntry.ProbeEntry;
import understudy.cli.inventory.ClusterEntry.SshEntry;
import understudy.cli.inventory.Inventory;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.survey.GroupGuess.ProbeGuess;

class InventoryPageTest {
    private static final String HOSTILE = "x: {a: b} # \"'&*!|>%@` é ]}, - ? ~";

    @TempDir
    private Path folder;

    @Test
    void saysWhatToDecide() {
        assertThat(InventoryPage.write(draft(), Path.of("/etc/us/inventory.yaml")))
                .isEqualTo("""
                # What n1 shows of its cluster, written by `understudy init`, which has changed nothing there.
                # It is yours now. Look at every line that says: decide.
                # Then: understudy check /etc/us/inventory.yaml lab
                format: 1
                clusters:
                  lab:
                    platform: pacemaker
                    observer: ssh
                    actuator: ssh
                    ssh: {user: root, identity: /root/.ssh/id_ed25519, knownHosts: inventory.known_hosts, jump: [gate]}
                    nodes:
                      n1: {address: 10.0.0.1}
                      # decide: n2 was not reached there. The host key is not known.
                      n2: {address: 10.0.0.2}
                      # Remote and guest nodes are not patched by this version: r1
                    groups:
                      # Filesystem, dovecot, IPaddr2
                      mail:
                        weight: 1  # decide: what an outage of it costs; 0 where no client hangs on it
                        probes:
                          - {kind: imap, address: 10.0.0.9, port: 143}  # answered
                        # decide: left out of probes: {kind: smtp, address: 10.0.0.9, port: 25}, since when it was asked from here it refused the connection
                        ready:
                          - [doveconf, -n]  # succeeds on n2
                        warm: [/usr/sbin/dovecot]
                      # Delay
                      odd:
                        weight: 1  # decide: it has no address that the cluster's resources show; say 0 if no client hangs on it
                        # decide: without a probe nobody measures its outage, for instance:
                        # probes: [{kind: tcp, address: ADDRESS, port: PORT}]
                    # decide: when may it be disrupted, and for how long? Without a policy: at any time. For instance:
                    # policy: {outageBudget: 2m, windows: [{days: [sunday], opens: "02:00", length: 4h, zone: Europe/Berlin}]}
                """);
    }

    @Test
    void isReadBackAsItWasMeant() throws IOException {
        ClusterEntry cluster = readBack(draft()).cluster("lab");

        assertThat(cluster.nodes().keySet()).containsExactly(new NodeId("n1"), new NodeId("n2"));
        assertThat(cluster.ssh().orElseThrow().knownHosts()).isEqualTo(Path.of("/etc/us/inventory.known_hosts"));
        var mail = Objects.requireNonNull(cluster.groups().get(new GroupId("mail")));
        assertThat(mail.probes()).extracting(ProbeEntry::kind).containsExactly(ProbeEntry.Kind.IMAP);
        assertThat(mail.ready()).containsExactly(List.of("doveconf", "-n"));
    }

    @Test
    void theExampleOfAPolicyIsOne() throws IOException {
        String text =
                InventoryPage.write(draft(), folder.resolve("inventory.yaml")).replace("    # policy:", "    policy:");

        assertThat(read(text).cluster("lab").policy().windows()).hasSize(1);
    }

    @Test
    void namesThatAStrangerHasChosenStayNames() throws IOException {
        Draft hostile = new Draft(
                "lab",
                HOSTILE + "\n  evil: 1",
                draft().ssh(),
                List.of(new NodeDraft(new NodeId(HOSTILE), "10.0.0.1", Optional.of("a\nformat: 2\r\u2028b"))),
                List.of("r\n1"),
                List.of(new GroupDraft(
                        new GroupId(HOSTILE),
                        List.of("a\nb: c", HOSTILE),
                        1,
                        "r\ns: t",
                        List.of(),
                        List.of(),
                        List.of(
                                new Tried<>(List.of("true", HOSTILE), true, "x\ny: z"),
                                new Tried<>(List.of("false", HOSTILE), false, "\n- x")),
                        List.of("/usr/" + HOSTILE))));

        ClusterEntry cluster = readBack(hostile).cluster("lab");

        assertThat(cluster.nodes().keySet()).containsExactly(new NodeId(HOSTILE));
        var group = Objects.requireNonNull(cluster.groups().get(new GroupId(HOSTILE)));
        assertThat(group.ready()).containsExactly(List.of("true", HOSTILE));
        assertThat(group.warm()).containsExactly("/usr/" + HOSTILE);
    }

    private Inventory readBack(Draft draft) throws IOException {
        return read(InventoryPage.write(draft, folder.resolve("inventory.yaml")));
    }

    private Inventory read(String text) throws IOException {
        return Inventory.read(Files.writeString(folder.resolve("inventory.yaml"), text));
    }

    private Draft draft() {
        SshEntry ssh = new SshEntry(
                "root",
                22,
                Optional.of(Path.of("/root/.ssh/id_ed25519")),
                Optional.empty(),
                false,
                Path.of("/etc/us/inventory.known_hosts"),
                List.of("gate"));
        return new Draft(
                "lab",
                "n1",
                ssh,
                List.of(
                        new NodeDraft(new NodeId("n1"), "10.0.0.1", Optional.empty()),
                        new NodeDraft(new NodeId("n2"), "10.0.0.2", Optional.of("The host key is not known."))),
                List.of("r1"),
                List.of(
                        new GroupDraft(
                                new GroupId("mail"),
                                List.of("Filesystem", "dovecot", "IPaddr2"),
                                1,
                                "what an outage of it costs; 0 where no client hangs on it",
                                List.of("10.0.0.9"),
                                List.of(
                                        new Tried<>(new ProbeGuess("imap", "10.0.0.9", 143), true, "answered"),
                                        new Tried<>(
                                                new ProbeGuess("smtp", "10.0.0.9", 25),
                                                false,
                                                "when it was asked from here it refused the connection")),
                                List.of(new Tried<>(List.of("doveconf", "-n"), true, "succeeds on n2")),
                                List.of("/usr/sbin/dovecot")),
                        new GroupDraft(
                                new GroupId("odd"),
                                List.of("Delay"),
                                1,
                                "it has no address that the cluster's resources show; say 0 if no client hangs on it",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())));
    }
}
