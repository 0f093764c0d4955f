package understudy.driver.exchange.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.remote.shell.CmdQuoting;

/** Wine's cmd, reg and sc, which nobody here wrote, judge how values are quoted, what is printed, and the runner; skipped where Wine is absent. */
@Tag("windows")
@Timeout(300)
class WineJudgeTest {
    private static final List<String> PLACES = List.of("/usr/bin/wine64", "/usr/bin/wine", "/usr/lib/wine/wine64");

    @TempDir
    private static Path prefix;

    private static String wine = "";

    @BeforeAll
    static void boot() throws Exception {
        wine = PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElse("");
        assumeThat(wine)
                .as("Wine is not installed here (Debian: apt-get install wine64)")
                .isNotEmpty();
        assertThat(run(List.of(wine, "wineboot", "-i")).exit()).isZero();
    }

    @AfterAll
    static void end() throws Exception {
        if (!wine.isEmpty()) {
            var server = Stream.of("/usr/bin/wineserver", "/usr/lib/wine/wineserver64", "/usr/lib/wine/wineserver")
                    .filter(place -> Files.isExecutable(Path.of(place)))
                    .findFirst();
            if (server.isPresent()) {
                run(List.of(server.get(), "-k"));
            }
        }
    }

    private record Answer(int exit, List<String> lines) {}

    private static Answer run(List<String> words) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("WINEPREFIX", prefix.toString());
        builder.environment().put("WINEDEBUG", "-all");
        builder.environment().put("WINEDLLOVERRIDES", "mscoree,mshtml=");
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        var output = Files.createTempFile("wine", ".txt");
        var process = builder.redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as(String.join(" ", words))
                .isTrue();
        var text = new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1);
        Files.delete(output);
        return new Answer(
                process.exitValue(), text.lines().map(String::stripTrailing).toList());
    }

    /** The line as a batch file's, because Wine's own start mangles quotes within a line; cmd.exe reads both alike but for a percent sign. */
    private static Answer cmd(String... lines) throws IOException, InterruptedException {
        Path batch = prefix.resolve("drive_c").resolve("judge.bat");
        List<String> all = new ArrayList<>(List.of("@echo off"));
        all.addAll(List.of(lines));
        Files.write(batch, String.join("\r\n", all).concat("\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return run(List.of(wine, "cmd", "/c", "C:\\judge.bat"));
    }

    private static Map<String, String> values(String key) throws IOException, InterruptedException {
        var said = cmd(CmdQuoting.line(List.of("reg.exe", "query", key)));
        assertThat(said.exit()).as(said.toString()).isZero();
        return Tables.registry(said.lines());
    }

    @Test
    void valuesThatTryToBreakOutArriveAsTheyAre() throws Exception {
        List<String> hostile = List.of(
                "plain",
                "two words",
                "a&echo b",
                "a|b",
                "a>b",
                "a^b",
                "(a) (b)",
                "a;b,c=d",
                "it's",
                "ends in a backslash\\",
                "C:\\Program Files\\Exchsrvr\\");
        Map<String, String> wanted = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < hostile.size(); at++) {
            wanted.put("v" + at, hostile.get(at));
            lines.add(CmdQuoting.line(
                    List.of("reg.exe", "add", "HKCU\\Software\\Judge", "/v", "v" + at, "/d", hostile.get(at), "/f")));
        }
        assertThat(cmd(lines.toArray(String[]::new)).exit()).isZero();
        assertThat(values("HKCU\\Software\\Judge")).isEqualTo(wanted);
    }

    @Test
    void aKeyThatIsNotThereEndsWithOne() throws Exception {
        assertThat(cmd("reg.exe query HKCU\\Software\\Nothing", "exit %ERRORLEVEL%")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void aServicesStateIsReadFromWhatScPrints() throws Exception {
        var said = cmd("sc.exe query PlugPlay");
        assertThat(Tables.serviceState(said.lines())).as(said.toString()).isPresent();
        // Its exit code for a service that is not there is 1 and not Windows' 1060.
        assertThat(cmd("sc.exe query NoSuchService", "exit %ERRORLEVEL%").exit())
                .isNotZero();
    }

    @Test
    void theRunnerCarriesOneJobOutOnceAndWritesItsEnd() throws Exception {
        var key = "HKLM\\SOFTWARE\\Understudy";
        var job = key + "\\Jobs\\understudy-0123456789abcdef";
        try (var runner = WineJudgeTest.class.getResourceAsStream("runner.cmd")) {
            var text = new String(Optional.ofNullable(runner).orElseThrow().readAllBytes(), StandardCharsets.US_ASCII);
            Files.writeString(prefix.resolve("drive_c").resolve("runner.cmd"), text.replace("\n", "\r\n"));
        }
        Files.copy(
                prefix.resolve("drive_c/windows/system32/cmd.exe"),
                prefix.resolve("drive_c").resolve("fake update.exe"));
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> value : Map.of(
                        "Action", "night/install:NODEB/1",
                        "Program", "C:\\fake update.exe",
                        "Options", "/c exit 7",
                        "State", "ready")
                .entrySet()) {
            lines.add(CmdQuoting.line(
                    List.of("reg.exe", "add", job, "/v", value.getKey(), "/d", value.getValue(), "/f")));
        }
        lines.add(CmdQuoting.line(
                List.of("reg.exe", "add", key, "/v", "Job", "/d", "understudy-0123456789abcdef", "/f")));
        assertThat(cmd(lines.toArray(String[]::new)).exit()).isZero();
        var first = run(List.of(wine, "cmd", "/c", "C:\\runner.cmd"));
        assertThat(values(job))
                .as(first.toString())
                .containsEntry("State", "ended")
                .containsEntry("Exit", "7");
        assertThat(run(List.of(wine, "cmd", "/c", "C:\\runner.cmd")).exit())
                .as("what has ended is not begun again")
                .isEqualTo(3);
    }
}
