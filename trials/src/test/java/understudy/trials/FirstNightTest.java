package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import understudy.lab.LabShape;

/** A cluster that the tool has never seen: the first four commands, with the inventory as {@code init} leaves it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstNightTest extends Trial {
    private static final String OPERATOR = "patcher";
    private static final String HELPER = "/usr/local/lib/understudy/node";

    @TempDir
    private Path folder;

    FirstNightTest() {
        super("tfirst", 22, LabShape.standard());
    }

    @Test
    @Order(1)
    void asRoot() {
        Path inventory = introduced("root");

        assertThat(read(inventory))
                .contains("n3: {address: ")
                .contains("- {kind: imap, ", "- {kind: smtp, ", "- [doveconf, -n]")
                .doesNotContain("was not reached", "left out");
        patchedAsItStands(inventory, "first");
    }

    @Test
    @Order(2)
    @Tag("long")
    void byTheSudoRule() {
        install();
        mayDoNothingElse();
        Path inventory = introduced(OPERATOR);

        patchedAsItStands(inventory, "rule");
        mayDoNothingElse();
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
                .call(
                        "run",
                        inventory.toString(),
                        "night",
                        "--yes",
                        "--run",
                        run,
                        "--state",
                        program().state());

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

    /** As an administrator would: an account of its own, and what {@code understudy sudo} prints, run as root on each node. */
    private void install() {
        var script = program().call("sudo", "--user", OPERATOR);
        assertThat(script.code()).as(script.text()).isZero();
        for (String node : nodes.names()) {
            nodes.shell(
                    node,
                    "useradd -m -s /bin/bash " + OPERATOR + " && cp -r /root/.ssh /home/" + OPERATOR + "/ && chown -R "
                            + OPERATOR + ": /home/" + OPERATOR + "/.ssh && chmod 700 /home/" + OPERATOR + "/.ssh");
            var installed = lab.execute(node, List.of("sh", "-c", script.out()));
            assertThat(installed.code()).as(installed.out() + installed.err()).isZero();
        }
    }

    private void mayDoNothingElse() {
        String digest = nodes.shell("n1", "sed -n 's/^digest=//p' " + HELPER);
        String helper = "sudo -n " + HELPER + " " + digest + " ";
        for (String tried : List.of(
                "sudo -n sh -c id",
                "sudo -n cibadmin --query",
                helper + "sh -c id",
                helper + "cibadmin --delete --xpath /cib/configuration/resources",
                helper + "script simulate -- sh -c id",
                helper + "put /etc/cron.d/x " + "0".repeat(64) + " 644",
                helper + "work job-packages job-install -- -oDpkg::Pre-Invoke::=id")) {
            var output = lab.execute("n1", List.of("runuser", "-l", OPERATOR, "-c", tried));
            assertThat(output.code()).as(tried + output.out() + output.err()).isNotZero();
            assertThat(output.out()).as(tried).isEmpty();
        }
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
