package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.lab.LabShape;

/** A cluster that the tool has never seen: the first four commands, with the inventory as {@code init} leaves it. */
class FirstNightTest extends Trial {
    @TempDir
    private Path folder;

    FirstNightTest() {
        super("tfirst", 22, LabShape.standard());
    }

    @Test
    void asRoot() {
        Path inventory = introduced("root");

        assertThat(read(inventory))
                .contains("n3: {address: ")
                .contains("- {kind: imap, ", "- {kind: smtp, ", "- [doveconf, -n]")
                .doesNotContain("was not reached", "left out");
        patchedAsItStands(inventory, "first");
    }

    /** What {@code init} writes, with the nodes' keys as the lab knows them. */
    private Path introduced(String user) {
        Path inventory = folder.resolve(user + ".yaml");
        Path keys = lab.inventory().resolveSibling("known_hosts");
        var init = program()
                .call(
                        "init",
                        user + "@" + address("n1"),
                        "--identity",
                        lab.inventory().resolveSibling("key").toString(),
                        "--known-hosts",
                        keys.toString(),
                        "--name",
                        "night",
                        "--file",
                        inventory.toString());
        assertThat(init.code()).as(init.text()).isZero();
        return inventory;
    }

    private void patchedAsItStands(Path inventory, String run) {
        var boots = nodes.boots();
        var check = program().call("check", inventory.toString(), "night");
        assertThat(check.code()).as(check.text()).isZero();
        var plan = program().call("plan", inventory.toString(), "night");
        assertThat(plan.code()).as(plan.text()).isZero();

        var ended = program()
                .call("run", inventory.toString(), "night", "--yes", "--run", run, "--state", program().state());

        assertThat(ended.code()).as(ended.text()).isZero();
        Report report = report(run);
        assertThat(report.result()).isEqualTo("FINISHED");
        assertThat(report.outages()).containsExactly("mail");
        assertThat(report.kept()).isEmpty();
        Patched patched = new Patched(this);
        patched.holds();
        patched.restartedOnceSince(boots);
        patched.moved("mail", "n1");
    }

    private String address(String node) {
        return lab.spec().node(node).address();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
