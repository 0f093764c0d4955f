package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.driver.pacemaker.helper.InstallScript;
import understudy.driver.pacemaker.helper.SiteCalls;

class SudoCommandTest {
    private static final String INVENTORY = """
            format: 1
            clusters:
              lab:
                platform: pacemaker
                observer: ssh
                actuator: ssh
                ssh: {user: operator, identity: key, knownHosts: known_hosts}
                nodes: {n1: {address: 10.0.0.1}, n2: {address: 10.0.0.2}}
                groups:
                  mail: {ready: [[/opt/site/ready, a b]], warm: [/srv/data]}
            """;

    @TempDir
    private Path folder;

    @Test
    void printsTheScriptSignForSign() {
        var run = CommandRun.of(List.of("sudo", "--user", "operator"));

        assertThat(run.exit()).isZero();
        assertThat(run.output()).isEqualTo(InstallScript.text("operator", List.of(), SiteCalls.none()));
    }

    @Test
    void coversWhatTheInventoryNames() throws IOException {
        Path inventory = Files.writeString(folder.resolve("inventory.yaml"), INVENTORY);

        var run = CommandRun.of(List.of("sudo", inventory.toString(), "lab"));

        assertThat(run.output())
                .isEqualTo(InstallScript.text(
                        "operator",
                        List.of("n1", "n2"),
                        new SiteCalls(List.of(List.of("/opt/site/ready", "a b")), List.of("/srv/data"), List.of())))
                .contains("\n\t/opt/site/ready\ta b\n");
    }

    @Test
    void saysWhatItLacks() {
        assertThat(CommandRun.of(List.of("sudo")).errors())
                .isEqualTo("Whose rule is it to be? Name INVENTORY CLUSTER, or --user USER.\n");
        assertThat(CommandRun.of(List.of("sudo", "inventory.yaml")).exit()).isEqualTo(2);
        assertThat(CommandRun.of(List.of("sudo", "--user", "root")).errors()).contains("other than root");
    }
}
