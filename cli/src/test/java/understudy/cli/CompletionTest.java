package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** What a shell offers once it has read {@code understudy completion SHELL}. */
class CompletionTest {
    /** Asks the function that the shell was told to call, as the shell itself does at TAB. */
    private static final String ASK_BASH = """
            source "$0"
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*"
            asked=$(complete -p understudy); asked=${asked##*-F }; "${asked%% *}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    /** A shell at a terminal of its own, in which the first words after its set-up end with TAB. */
    private static final String ASK_ZSH = """
            zmodload zsh/zpty
            zpty shell TERM=dumb PS1=READY: zsh -f -i
            zpty -w shell "fpath=($0 \\$fpath); autoload -U compinit; compinit -u -D; echo SET-''UP"
            seen=; while [[ $seen != *SET-UP* ]]; do zpty -r shell some || exit; seen+=$some; done
            zpty -n -w shell "understudy reh"$'\\t'
            seen=; while [[ $seen != *'rehearse '* ]]; do zpty -r -t shell some && seen+=$some || sleep 0.1; done
            print -r -- "${seen##*READY:}"
            """;

    @TempDir
    private Path folder;

    private Path script;

    @BeforeEach
    void writeTheScript() throws IOException {
        CommandRun made = CommandRun.of(List.of("completion", "bash"));
        assertThat(made.exit()).isZero();
        script = Files.writeString(folder.resolve("completion.bash"), made.output());
    }

    @Test
    void aCommandsBeginningIsCompleted() throws Exception {
        assertThat(offered("understudy", "r"))
                .containsExactlyInAnyOrder("rehearse", "run", "resume", "runs", "report", "retry");
        assertThat(offered("understudy", ""))
                .containsAll(Main.commandLine().getSubcommands().keySet());
    }

    @Test
    void anOptionsBeginningIsCompleted() throws Exception {
        assertThat(offered("understudy", "run", "--p")).containsExactlyInAnyOrder("--patch", "--procedure");
        assertThat(offered("understudy", "procedures", "show", "pacemaker")).containsExactly("pacemaker/rolling");
    }

    @Test
    void anOptionsValuesAreOffered() throws Exception {
        assertThat(offered("understudy", "report", "--output", "")).containsExactly("text", "json");
        assertThat(offered("understudy", "events", "--output", "js")).containsExactly("jsonl");
        assertThat(offered("understudy", "explain", "NO-HO")).containsExactly("NO-HOME");
    }

    @Test
    void anInventoryIsAFile() throws Exception {
        Files.writeString(folder.resolve("night.yaml"), "");
        assertThat(offered("understudy", "plan", folder.resolve("ni").toString()))
                .containsExactly(folder.resolve("night.yaml").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "report", "approve", "resume"})
    void aRunsNameIsCompleted(String command) throws Exception {
        String program = programThatKnowsTheRuns("night-1", "night-2", "day-1");
        assertThat(offered(program, command, "--state", state(), "ni")).containsExactly("night-1", "night-2");
        assertThat(offered(program, command, "--state", state(), "night-1", "")).isEmpty();
    }

    @Test
    void aRunsNameIsCompletedBehindTheAuditsVerbs() throws Exception {
        String program = programThatKnowsTheRuns("night-1", "day-1");
        assertThat(offered(program, "audit", "verify", "--state", state(), "ni"))
                .containsExactly("night-1");
        assertThat(offered(program, "audit", "ve")).containsExactly("verify");
    }

    @Test
    void noRunIsOfferedWhereNoneBelongs() throws Exception {
        String program = programThatKnowsTheRuns("night-1");
        assertThat(offered(program, "report", "--state", state(), "--html", "ni"))
                .isEmpty();
        assertThat(offered(program, "plan", "--state", state(), "ni")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withCandidates")
    void whatIsOfferedIsUnderstood(ArgSpec argument) throws Exception {
        for (String candidate : argument.completionCandidates()) {
            for (CommandLine.ITypeConverter<?> converter : argument.converters()) {
                assertThat(converter.convert(candidate)).isNotNull();
            }
        }
    }

    @Test
    void zshAnswersTheFirstTab() throws Exception {
        assumeTrue(onThePath("zsh"), "there is no zsh here");
        Path functions = Files.createDirectory(folder.resolve("functions"));
        Files.writeString(
                functions.resolve("_understudy"),
                CommandRun.of(List.of("completion", "zsh")).output());
        List<String> screen = output(List.of("zsh", "-f", "-c", ASK_ZSH, functions.toString()));
        assertThat(screen).last().asString().endsWith("understudy rehearse ");
    }

    static List<ArgSpec> withCandidates() {
        return all(Main.commandLine())
                .flatMap(command -> command.getCommandSpec().args().stream())
                .filter(argument -> argument.completionCandidates() != null)
                .toList();
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(CompletionTest::all));
    }

    /** A program of another name that prints, when it is asked for the runs of the state folder, what ours prints. */
    private String programThatKnowsTheRuns(String... names) throws IOException {
        Files.writeString(folder.resolve("good.yaml"), """
                format: 1
                cluster: {platform: pacemaker}
                nodes: {n1: {}, n2: {}, n3: {}}
                groups: {mail: {owners: [n1]}}
                """);
        Path inventory = folder.resolve("inventory.yaml");
        Files.writeString(inventory, "format: 1\nclusters:\n  good: {platform: simulated, scenario: good.yaml}\n");
        for (String name : names) {
            CommandRun.of(List.of("run", inventory.toString(), "good", "--yes", "--run", name, "--state", state()));
        }
        CommandRun runs = CommandRun.of(List.of("runs", "--state", state()));
        assertThat(runs.output()).contains(names);
        Files.writeString(folder.resolve("runs.txt"), runs.output());
        Path program =
                Files.writeString(folder.resolve("understudy"), """
                #!/bin/sh
                [ "$*" = "runs --state %s" ] && cat '%s'
                """.formatted(state(), folder.resolve("runs.txt")));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program.toString();
    }

    private String state() {
        return folder.resolve("state").toString();
    }

    private List<String> offered(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "--norc", "--noprofile", "-c", ASK_BASH));
        command.add(script.toString());
        command.addAll(Arrays.asList(words));
        return output(command);
    }

    private static List<String> output(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("timeout", "30"));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output.lines().filter(line -> !line.isBlank()).toList();
    }

    private static boolean onThePath(String program) {
        return Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
