package understudy.lab;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Needs Linux and root. It keeps the shared base images, which take two minutes to build. */
@Tag("lab")
@Timeout(value = 15, unit = MINUTES)
class LabTest {
    private static final LabSpec SPEC = LabSpec.named("labtest").withNetwork(new LabNetwork("uslabtest", "10.76.9"));
    private static final Duration SOON = Duration.ofSeconds(90);

    private final Lab lab = Lab.of(SPEC);

    private final Lab neighbour = Lab.of(LabSpec.named("labtest2")
            .withShape(new LabShape(2, Service.POSTGRESQL, 2, true))
            .withNetwork(new LabNetwork("uslabtest2", "10.76.10")));

    @AfterEach
    void wipe() {
        lab.wipe(LabListener.silent());
        neighbour.wipe(LabListener.silent());
    }

    @Test
    void twoLabsStandSideBySideAndOneGoesWithoutTheOther() {
        var unfenced = Lab.of(SPEC.withShape(new LabShape(2, Service.NGINX, 1, false)));

        unfenced.up(System.out::println);
        neighbour.up(System.out::println);
        unfenced.wipe(System.out::println);

        var status = neighbour.status();
        assertThat(status.group("database").owner()).contains("n1");
        assertThat(status.group("web").owner()).contains("n2");
        assertThat(status.groups()).allMatch(LabStatus.GroupStatus::answers);
    }

    @Test
    void refusesASubnetThatIsAnotherLabs() {
        lab.up(LabListener.silent());

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> Lab.of(LabSpec.named("labtest3").withNetwork(new LabNetwork("uslabtest3", "10.76.9")))
                        .up(LabListener.silent()))
                .withMessageContaining("--subnet");
        assertThat(LabSpec.defaultDirectory("labtest3")).doesNotExist();
    }

    @Test
    void servesMailSurvivesFaultsIsRestoredAndLeavesNothingBehind() throws IOException {
        lab.wipe(LabListener.silent());
        var before = machine();

        lab.up(System.out::println);
        deliversMail();
        fencesTheOwnerThatLosesItsPower();
        standsACutCable();
        bringsBackAServiceThatDied();
        breaksAndRepairsPackages();
        isAsNewAfterRestore();
        lab.wipe(System.out::println);

        assertThat(machine()).isEqualTo(before);
        assertThat(SPEC.directory()).doesNotExist();
    }

    private void deliversMail() {
        var text = "hello from the lab";
        var sent = lab.execute(
                "n3",
                List.of(
                        "curl",
                        "-sS",
                        "smtp://" + address() + ":25",
                        "--mail-from",
                        "a@lab.test",
                        "--mail-rcpt",
                        "b@lab.test",
                        "--upload-file",
                        write("n3", "/root/mail", "Subject: hi\r\n\r\n" + text + "\r\n")));
        assertThat(sent.succeeded()).as(sent.err()).isTrue();
        await().atMost(SOON)
                .until(() -> lab.execute(
                                "n3",
                                List.of("curl", "-sS", "-u", "b:secret", "imap://" + address() + "/INBOX;MAILINDEX=1"))
                        .out()
                        .contains(text));
    }

    private void fencesTheOwnerThatLosesItsPower() {
        var owner = owner();
        var boot = bootId(owner);

        lab.fault(owner, Fault.POWER_LOSS);

        await().atMost(SOON)
                .until(() -> lab.status()
                        .group("mail")
                        .owner()
                        .filter(node -> !node.equals(owner))
                        .isPresent());
        assertThat(lab.settles(SOON)).isTrue();
        assertThat(bootId(owner)).isNotEqualTo(boot);
    }

    private void standsACutCable() {
        var owner = owner();

        lab.fault(owner, Fault.NETWORK_CUT);
        await().atMost(SOON)
                .until(() ->
                        !owner().equals(owner) && lab.status().group("mail").answers());
        assertThat(lab.status().node(owner).cableCut()).isTrue();
        lab.heal(owner, Fault.NETWORK_CUT);

        assertThat(lab.settles(SOON)).isTrue();
    }

    private void bringsBackAServiceThatDied() {
        var owner = owner();

        lab.fault(owner, Fault.PROCESS_DIES);
        await().atMost(SOON).until(() -> !lab.status().group("mail").answers());
        assertThat(lab.settles(SOON)).isTrue();
        lab.heal(owner, Fault.PROCESS_DIES);

        assertThat(lab.settles(SOON)).isTrue();
        assertThat(owner()).isEqualTo(owner);
    }

    private void breaksAndRepairsPackages() {
        lab.fault("n2", Fault.PACKAGE_HALF_CONFIGURED);
        assertThat(packageStatus("n2", "rsyslog")).isEqualTo("iF ");
        lab.heal("n2", Fault.PACKAGE_HALF_CONFIGURED);
        assertThat(packageStatus("n2", "rsyslog")).isEqualTo("ii ");
    }

    private void isAsNewAfterRestore() {
        write("n1", "/root/trace", "");

        lab.restore(System.out::println);

        assertThat(lab.execute("n1", List.of("test", "-e", "/root/trace")).succeeded())
                .isFalse();
        assertThat(owner()).isEqualTo("n1");
        var upgrade = lab.execute("n1", List.of("sh", "-c", "apt-get -q update && apt-get -s dist-upgrade"));
        assertThat(upgrade.out()
                        .lines()
                        .filter(line -> line.startsWith("Inst "))
                        .count())
                .isGreaterThan(25);
    }

    private String address() {
        return SPEC.groups().getFirst().address();
    }

    private String owner() {
        return lab.status().group("mail").owner().orElse("");
    }

    private String bootId(String node) {
        return lab.execute(node, List.of("cat", "/proc/sys/kernel/random/boot_id"))
                .out();
    }

    private String packageStatus(String node, String name) {
        return lab.execute(node, List.of("dpkg-query", "-W", "-f", "${db:Status-Abbrev}", name))
                .out();
    }

    private String write(String node, String file, String text) {
        lab.shell(node).write(file, text);
        return file;
    }

    /** What a lab could leave on this machine: interfaces, mounts, loop devices, cgroups. */
    private static Map<String, List<String>> machine() throws IOException {
        var machine = new TreeMap<String, List<String>>();
        machine.put("interfaces", names(Path.of("/sys/class/net")));
        machine.put("mounts", Files.readAllLines(Path.of("/proc/self/mounts")));
        machine.put(
                "loop devices",
                Command.require(SOON, List.of("losetup", "--noheadings", "--list", "--output", "BACK-FILE"))
                        .lines()
                        .sorted()
                        .toList());
        for (var hierarchy : Machine.hierarchies()) {
            machine.put(hierarchy.toString(), names(hierarchy));
            machine.put(hierarchy + "/understudy", names(hierarchy.resolve("understudy")));
        }
        return machine;
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }
}
