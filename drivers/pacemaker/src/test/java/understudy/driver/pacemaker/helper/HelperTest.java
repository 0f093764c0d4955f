package understudy.driver.pacemaker.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.driver.pacemaker.Tools;
import understudy.remote.job.JobSpool;
import understudy.remote.job.Jobs;
import understudy.remote.shell.Quoting;

/** The helper's own text, run by this machine's shell: what it allows is what the driver sends, and nothing beside it. */
class HelperTest {
    private static final String JOB = "understudy-0123456789abcdef";
    private static final String SHA = "0".repeat(64);
    private static final SiteCalls SITE = new SiteCalls(
            List.of(List.of("/opt/site/ready", "it's $HOME", "a*b")),
            List.of("/srv/data"),
            List.of(List.of("/opt/site/step", "it's")));

    @TempDir
    private Path folder;

    private Path helper;

    private record Said(int exit, String out, String err) {}

    @BeforeEach
    void write() throws IOException {
        helper = Files.writeString(folder.resolve("node"), Helper.text(SITE));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void allowsWhatTheDriverSends(List<String> call) throws Exception {
        assertThat(patterns()).anyMatch(pattern -> pattern.allows(call));
        assertThat(call("", "allows", call)).isEqualTo(new Said(0, "", ""));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesEverythingElse(List<String> call) throws Exception {
        assertThat(patterns()).noneMatch(pattern -> pattern.allows(call));
        assertThat(call("", "allows", call).exit()).isEqualTo(77);
        assertThat(call("x\n", "", call)).satisfies(said -> {
            assertThat(said.exit()).isEqualTo(77);
            assertThat(said.out()).isEmpty();
            assertThat(said.err()).startsWith("understudy-helper: it does not allow: ");
        });
    }

    @Test
    void eachOfItsPatternsIsReadByTheShellAsByJava() throws Exception {
        for (CallPattern pattern : patterns()) {
            assertThat(run(pattern.text() + "\n", List.of("grep", "-Exc", "-e", pattern.text()))
                            .exit())
                    .as("a pattern, not an error: " + pattern.text())
                    .isLessThan(2);
        }
    }

    @Test
    void aScriptIsItsOwnAndItsAnswersStandBetweenTheWordThatCameOnStandardInput() throws Exception {
        var said = call("00ff\n", "", List.of("script", "who", "--"));

        assertThat(said.out()).startsWith("\n00ff begin name\n").contains("\n00ff end name ");
    }

    @Test
    void theWordBetweenAnswersIsNoScript() throws Exception {
        assertThat(call("$(id)\n", "", List.of("script", "who", "--")).exit()).isEqualTo(77);
        assertThat(call("", "", List.of("script", "who", "--")).exit()).isEqualTo(77);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}\n'env' sh -c id\n",
                "{}\n'env' @ work job-packages job-install -- 'a=1'\nid\n",
                "{}\n'env' @ work job-packages job-install -- 'a=1'\nid",
                "{}\nid\n'env' @ work job-packages job-install -- 'a=1'\n",
                "{}\n'env' @ work job-packages job-install -- 'a=1'; id\n",
                "{}\n'env' @ work job-packages job-install -- '-oDpkg::Pre-Invoke::=id'\n",
                "{}\n'env' @ work job-packages job-install -- 'a=$(id)'\n",
                "{}\n'env' @ work job-restart -- && id\n",
                "{}\n'env' /opt/site/step 'it is'\n",
                "{}\n",
                ""
            })
    void aJobWithAnotherScriptIsNotStarted(String request) throws Exception {
        var said = call(request.replace("@", String.join(" ", Helper.prefix())), "", start());

        assertThat(said.exit()).as(said.toString()).isEqualTo(77);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aFetchThatKeepsWhatItReplacesIsAllowedAsTheDriverWritesIt() throws Exception {
        List<String> words = new ArrayList<>(List.of("env"));
        words.addAll(Helper.prefix());
        words.addAll(List.of("work", "job-old", "job-packages", "job-fetch", "--"));
        words.addAll(List.of("/var/lib/understudy/packages/night-1", "libapt-pkg6.0=2.6.1", "new=", "--"));
        words.addAll(List.of("libapt-pkg6.0=2.6.2", "dovecot-core=1:2.3.19.1+dfsg1-2.1+deb12u7", "new=1~rc1"));

        var said = call("{}\n" + Quoting.posix(words) + "\n", "", start());

        assertThat(said.exit()).as(said.toString()).isNotEqualTo(77).isNotZero();
        assertThat(said.err()).contains(Jobs.scriptPath(JobSpool.USUAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}\n'env' @ work job-packages job-install --\n",
                "{}\n"
                        + "'env' @ work job-old job-packages job-fetch -- /var/lib/understudy/packages/night 'a=0' 'c='"
                        + " -- 'a=1' 'libc6=2.36-9+deb12u1' 'b=1:2~rc1'\n",
                "{}\n"
                        + "'env' @ work job-old job-packages job-downgrade -- /var/lib/understudy/packages/night 'a=0'"
                        + " --\n",
                "{}\n'env' @ work job-restart --\n",
                "{}\n'env' /opt/site/step 'it'\\''s'\n"
            })
    void aJobOfOursIsHandedToTheScriptThatStartsJobs(String request) throws Exception {
        var said = call(request.replace("@", String.join(" ", Helper.prefix())), "", start());

        // That script is not installed here, and what follows is not the helper's.
        assertThat(said.exit()).as(said.toString()).isNotEqualTo(77).isNotZero();
        assertThat(said.err()).contains(Jobs.scriptPath(JobSpool.USUAL));
    }

    @Test
    void hasEveryScriptThatTheDriverHas() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/understudy/driver/pacemaker/node"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".sh", "")))
                    .containsExactlyInAnyOrderElementsOf(Helper.SCRIPTS);
        }
    }

    @Test
    void everyQuestionInTheSourcesIsAllowed() throws IOException {
        var names = Pattern.compile("Script\\.of\\(\\s*List\\.of\\(([^)]*)\\)");
        List<String> asked = new ArrayList<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var found = names.matcher(Files.readString(file));
                while (found.find()) {
                    asked.add(found.group(1).replaceAll("[\"\\s]", "").replace(',', ' '));
                }
            }
        }
        assertThat(asked)
                .hasSizeGreaterThan(8)
                .allSatisfy(question -> assertThat(Calls.own())
                        .anyMatch(pattern ->
                                pattern.text().startsWith("\tscript\t" + question.replace(' ', '\t') + "\t--")));
    }

    @Test
    void anotherVersionIsToldApart() throws Exception {
        assertThat(run("", List.of("sh", helper.toString(), "0123456789abcdef", "version"))
                        .exit())
                .isEqualTo(76);
        assertThat(call("", "version", List.of()).out()).isEqualTo("understudy-helper " + Helper.digest() + "\n");
    }

    @Test
    void theDigestDoesNotHangOnTheSite() {
        assertThat(Helper.text(SiteCalls.none())).contains("digest=" + Helper.digest() + "\n");
        assertThat(Helper.text(SITE)).contains("digest=" + Helper.digest() + "\n");
    }

    @Test
    void whatIsInstalledIsReadByAShellAndNamesAccountAndFiles() throws Exception {
        var script = InstallScript.text("operator", List.of("n1", "n2"), SITE);
        var file = Files.writeString(folder.resolve("install"), script);

        assertThat(run("", List.of("sh", "-n", file.toString()))).isEqualTo(new Said(0, "", ""));
        assertThat(script)
                .contains("each node (n1, n2)")
                .contains("$user ALL=(root) NOPASSWD: NOSETENV: /usr/local/lib/understudy/node\"")
                .contains("visudo -c")
                .contains(Helper.text(SITE).stripTrailing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "a b", "ALL", "#0", "a,b", "%sudo", "", "a\nb ALL=(ALL) ALL"})
    void anAccountThatARuleCannotNameIsRefused(String account) {
        assertThatThrownBy(() -> InstallScript.text(account, List.of(), SiteCalls.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can have no sudo rule");
    }

    @Test
    void aCommandThatARuleCannotNameIsRefused() {
        assertThatThrownBy(() -> new SiteCalls(List.of(List.of("true", "a\tb")), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("printable ASCII only");
    }

    static List<List<String>> allowed() {
        var edit =
                "<rsc_location id=\"understudy.night-1.prefer.mail.n2\" rsc=\"mail\" node=\"n2\" score=\"INFINITY\"/>";
        return List.of(
                Tools.cibCreate("constraints", edit),
                words("script simulate --", Tools.cibCreate("constraints", edit)),
                Tools.stopCluster(),
                Tools.bootId(),
                Tools.removeFile("/var/lib/understudy/ledger/night-1.leave.n2.json"),
                words("script cluster look --"),
                words("script cluster await -- 0.36.10 busy n1 250"),
                words("script cluster await-arrival -- mail n2 200"),
                words("script offer -- libc6=2.36-9+deb12u1 dovecot-core="),
                words("script warm -- /usr/sbin/dovecot /usr/lib/x86_64-linux-gnu"),
                words("script warm -- /usr/sbin/dovecot /srv/data"),
                words("work job-packages job-install -- libc6=2.36-9+deb12u1"),
                words("put /var/lib/understudy/ledger/night-1.leave.n2.json " + SHA + " 644"),
                words("tail -c 4000 /var/lib/understudy/jobs/" + JOB + "/output"),
                start(),
                words("doveconf -n"),
                List.of("/opt/site/ready", "it's $HOME", "a*b"));
    }

    static List<List<String>> refused() {
        return List.of(
                words("sh -c id"),
                words("sh"),
                words("cibadmin --query"),
                words("cibadmin --delete --xpath /cib/configuration/resources"),
                Tools.cibCreate("resources", "<primitive id=\"x\" class=\"systemd\" type=\"evil\"/>"),
                Tools.cibCreate(
                        "constraints", "<rsc_location id=\"theirs\" rsc=\"mail\" node=\"n2\" score=\"INFINITY\"/>"),
                Tools.cibDelete("/cib/configuration/constraints/rsc_location[@id='theirs']"),
                Tools.cibDelete("/cib/configuration/constraints/rsc_location[@id='understudy.a.b' or '1'='1']"),
                Tools.removeFile("/etc/passwd"),
                Tools.removeFile("/var/lib/understudy/ledger/../x.json"),
                words("systemctl stop sshd.service"),
                words("systemctl start evil.service"),
                words("cat /etc/shadow"),
                words("tail -c 4000 /etc/shadow"),
                words("script simulate -- sh -c id"),
                words("script job-install --"),
                words("script offer -- -oDpkg::Pre-Invoke::=id"),
                words("script offer -- a=1 -o=x"),
                words("script warm -- /home/operator/program"),
                words("script warm -- /usr/../home/operator/program"),
                words("script cluster await -- 0.36.10 busy n1 a[$(id)]"),
                words("work job-packages job-install -- -oDpkg::Pre-Invoke::=id"),
                words("put /etc/cron.d/x " + SHA + " 644"),
                words("put " + Jobs.scriptPath(JobSpool.USUAL) + " " + SHA + " 700"),
                words("/bin/sh /home/operator/job.sh /var/lib/understudy running"),
                words("/bin/sh " + Jobs.scriptPath(JobSpool.USUAL) + " /var/lib/understudy run " + JOB),
                words("/bin/sh " + Jobs.scriptPath(JobSpool.USUAL) + " /home/operator start"),
                List.of("doveconf", "-n", ""),
                List.of("doveconf\t-n"),
                List.of("doveconf", "-n\nid"),
                List.of("/opt/site/ready", "it's $HOME", "aXb"),
                List.of("/opt/site/ready", "é", "a*b"));
    }

    private static List<String> start() {
        return words("/bin/sh " + Jobs.scriptPath(JobSpool.USUAL) + " /var/lib/understudy start " + JOB
                + " night-1/install:n1#1 00000000-0000-4000-8000-000000000000 7 auto " + SHA);
    }

    private static List<String> words(String call) {
        return List.of(call.split(" "));
    }

    private static List<String> words(String call, List<String> more) {
        return Stream.concat(words(call).stream(), more.stream()).toList();
    }

    private static List<CallPattern> patterns() {
        return Stream.concat(Calls.own().stream(), Calls.ofSite(SITE).stream()).toList();
    }

    private Said call(String input, String verb, List<String> call) throws Exception {
        var command = new ArrayList<>(List.of("sh", helper.toString(), Helper.digest()));
        if (!verb.isEmpty()) {
            command.add(verb);
        }
        command.addAll(call);
        return run(input, command);
    }

    private Said run(String input, List<String> command) throws Exception {
        var in = Files.writeString(folder.resolve("in"), input);
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int exit = process.waitFor();
        return new Said(
                exit,
                Files.readString(out, StandardCharsets.ISO_8859_1),
                Files.readString(err, StandardCharsets.ISO_8859_1));
    }
}
