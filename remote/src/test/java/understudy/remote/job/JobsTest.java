package understudy.remote.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.remote.Answer;
import understudy.remote.Answer.Finished;
import understudy.remote.Answer.NotSent;
import understudy.remote.BootId;
import understudy.remote.Command;
import understudy.remote.NodeShell;
import understudy.remote.TestingLocalShell;

@Timeout(120)
class JobsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final BootId BOOT =
            BootId.in(new TestingLocalShell().run(BootId.question())).orElseThrow();
    private static final BootId EARLIER = new BootId("00000000-0000-4000-8000-000000000000");

    @TempDir
    Path folder;

    private Jobs jobs;

    @BeforeEach
    void useAPrivateSpool() {
        jobs = jobs(new TestingLocalShell());
    }

    @AfterEach
    void waitUntilNothingWritesIntoTheSpool() {
        await().until(() -> jobs.running().orElseThrow().isEmpty());
    }

    @Test
    void runsACommandInItsEnvironmentAndKeepsItsEnd() {
        var request = new JobRequest(
                "run-1/install/1",
                1,
                BOOT,
                List.of("sh", "-c", "echo \"$COLOUR\"; echo err >&2; exit 9"),
                variable("COLOUR", "it's $blue\n"));
        jobs.start(request);
        var state = jobs.await(request.name(), SOON);
        assertThat(state).isInstanceOfSatisfying(JobState.Ended.class, ended -> {
            assertThat(ended.exit()).isEqualTo(9);
            assertThat(ended.boot()).isEqualTo(BOOT);
            assertThat(ended.ended()).isAfterOrEqualTo(ended.started());
        });
        assertThat(jobs.output(request.name(), 1000)).isEqualTo(new Finished(0, "it's $blue\n\nerr\n", "", false));
        assertThat(jobs.output(request.name(), 4)).isEqualTo(new Finished(0, "err\n", "", false));
    }

    @Test
    void theRecordHoldsTheWholeActionBootTokenAndCommand() {
        var request = new JobRequest("run-1/install/1", 42, BOOT, List.of("printf", "a\"b\n€"), variable("A", "b"));
        jobs.start(request);
        assertThat(record(request))
                .content()
                .startsWith("{\"format\":1,\"action\":\"run-1/install/1\",\"name\":\"" + request.name()
                        + "\",\"boot\":\"" + BOOT + "\",\"token\":42,\"requested\":\"20")
                .endsWith("\"command\":[\"printf\",\"a\\\"b\\u000a\\u20ac\"],\"environment\":{\"A\":\"b\"}}\n");
    }

    @Test
    void startedTwiceItRunsOnce() {
        var request = counting("run-1/install/1", "sleep 0.2");
        jobs.start(request);
        assertThat(jobs.start(request)).isInstanceOfAny(JobState.Running.class, JobState.Ended.class);
        jobs.await(request.name(), SOON);
        assertThat(jobs.start(request)).isInstanceOf(JobState.Ended.class);
        assertThat(folder.resolve("count")).hasContent("x");
    }

    @Test
    void startedByManyAtOnceItRunsOnce() throws Exception {
        var request = counting("run-1/install/1", "sleep 0.2");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<JobState> start = () -> jobs(new TestingLocalShell()).start(request);
            for (var state : threads.invokeAll(List.of(start, start, start, start))) {
                assertThat(state.get()).isInstanceOfAny(JobState.Running.class, JobState.Ended.class);
            }
        }
        jobs.await(request.name(), SOON);
        assertThat(folder.resolve("count")).hasContent("x");
    }

    @Test
    void refusesToStartInAnotherBoot() {
        var request =
                new JobRequest("run-1/restart/1", 1, EARLIER, List.of("touch", folder + "/ran"), variable("A", "b"));
        assertThat(jobs.start(request))
                .isInstanceOfSatisfying(
                        JobState.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains(BOOT.value())
                                .contains(EARLIER.value()));
        assertThat(jobs.find(request.name())).isEqualTo(new JobState.Absent());
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void refusesALowerToken() {
        jobs.start(new JobRequest("run-2/install/1", 8, BOOT, List.of("true"), variable("A", "b")));
        var request = new JobRequest("run-1/install/1", 7, BOOT, List.of("touch", folder + "/ran"), variable("A", "b"));
        assertThat(jobs.start(request))
                .isInstanceOfSatisfying(
                        JobState.Refused.class,
                        refused -> assertThat(refused.reason()).contains("7").contains("8"));
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void whoeverTakesOverShutsTheFormerRunOutAndSeesItsLiveJobs() {
        var request = new JobRequest("run-1/install/1", 7, BOOT, List.of("sleep", "30.4"), variable("A", "b"));
        jobs.start(request);
        assertThat(jobs.raise(8)).isEmpty();
        assertThat(jobs.running()).contains(List.of(request.name()));
        assertThat(jobs.raise(7))
                .hasValueSatisfying(reason -> assertThat(reason).contains("lower"));
        assertThat(jobs.start(counting("run-1/install/2", "true"))).isInstanceOf(JobState.Refused.class);
        end("30.4");
        assertThat(jobs.await(request.name(), SOON)).isInstanceOf(JobState.Ended.class);
        assertThat(jobs.running()).contains(List.of());
    }

    @Test
    void aRecordWithoutEndFromAnEarlierBootIsUnknown() throws Exception {
        var request = new JobRequest("run-1/install/1", 1, BOOT, List.of("true"), variable("A", "b"));
        jobs.start(request);
        jobs.await(request.name(), SOON);
        Files.delete(record(request).resolveSibling("end.json"));
        Files.writeString(record(request).resolveSibling("boot"), EARLIER + "\n");
        assertThat(jobs.find(request.name())).isEqualTo(new JobState.UnknownEnd(EARLIER, BOOT));
        assertThat(jobs.start(request)).isEqualTo(new JobState.UnknownEnd(EARLIER, BOOT));
    }

    @Test
    void aJobThatSomebodyKilledIsUnknownOnceNothingOfItLives() {
        var request = new JobRequest("run-1/install/1", 1, BOOT, List.of("sleep", "30.5"), variable("A", "b"));
        jobs.start(request);
        var runner = process(request.name().value());
        runner.destroyForcibly();
        await().until(() -> !runner.isAlive());
        assertThat(jobs.find(request.name())).isEqualTo(new JobState.Running(BOOT));
        end("30.5");
        assertThat(jobs.await(request.name(), SOON)).isEqualTo(new JobState.UnknownEnd(BOOT, BOOT));
    }

    @Test
    void anActionThatWasNeverStartedIsAbsent() {
        assertThat(jobs.find(JobName.of("run-1/none/1"))).isEqualTo(new JobState.Absent());
    }

    @Test
    void cleansWhatHasEndedAndLeavesAloneWhatRuns() {
        var request = new JobRequest("run-1/install/1", 1, BOOT, List.of("sleep", "30.6"), variable("A", "b"));
        jobs.start(request);
        assertThat(jobs.clean(request.name())).isEqualTo(new JobState.Running(BOOT));
        end("30.6");
        jobs.await(request.name(), SOON);
        assertThat(jobs.clean(request.name())).isEqualTo(new JobState.Absent());
        assertThat(jobs.find(request.name())).isEqualTo(new JobState.Absent());
    }

    @Test
    void waitingForAJobIsOneQuestion() {
        var shell = new TestingLocalShell();
        var request = new JobRequest("run-1/install/1", 1, BOOT, List.of("sleep", "0.5"), variable("A", "b"));
        var observed = jobs(shell);
        observed.start(request);
        var before = shell.commands().size();
        assertThat(observed.await(request.name(), SOON)).isInstanceOf(JobState.Ended.class);
        assertThat(shell.commands()).hasSize(before + 1);
    }

    @Test
    void waitingEndsWhenPatienceDoes() {
        var request = new JobRequest("run-1/install/1", 1, BOOT, List.of("sleep", "30.7"), variable("A", "b"));
        jobs.start(request);
        assertThat(jobs.await(request.name(), Duration.ofSeconds(1))).isEqualTo(new JobState.Running(BOOT));
        end("30.7");
        jobs.await(request.name(), SOON);
    }

    @Test
    void whatRunsHasAnOrdinaryUmaskAndNoDescriptorsOfOurs() {
        var request = new JobRequest(
                "run-1/install/1", 1, BOOT, List.of("sh", "-c", "umask; pwd; echo $HOME"), variable("HOME", "/h"));
        jobs.start(request);
        jobs.await(request.name(), SOON);
        assertThat(jobs.output(request.name(), 100)).isEqualTo(new Finished(0, "0022\n/\n/h\n", "", false));
    }

    @Test
    void aRequestThatArrivesInPartStartsNothing() {
        var half = jobs(new NodeShell() {
            private final NodeShell here = new TestingLocalShell();

            @Override
            public String nodeName() {
                return "here";
            }

            @Override
            public Answer run(Command command) {
                return command.arguments().contains("start")
                        ? here.run(command.withInput(understudy.remote.Input.text("{}\ntouch " + folder + "/ran")))
                        : here.run(command);
            }
        });
        var request = counting("run-1/install/1", "true");
        assertThat(half.start(request)).isInstanceOf(JobState.Refused.class);
        assertThat(jobs.find(request.name())).isEqualTo(new JobState.Absent());
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void aNodeThatDoesNotAnswerIsUnseen() {
        var silent = new NodeShell() {
            @Override
            public String nodeName() {
                return "n1";
            }

            @Override
            public Answer run(Command command) {
                return new NotSent("no way");
            }
        };
        assertThat(jobs(silent).find(JobName.of("a"))).isEqualTo(new JobState.Unseen(new NotSent("no way")));
    }

    private Jobs jobs(NodeShell shell) {
        return new Jobs(shell, new JobSpool(folder + "/spool", JobSpool.Launcher.SETSID), InstantSource.system());
    }

    private JobRequest counting(String actionId, String work) {
        return new JobRequest(
                actionId,
                1,
                BOOT,
                List.of("sh", "-c", "printf x >>\"$0\"; " + work, folder + "/count"),
                variable("A", "b"));
    }

    private Path record(JobRequest request) {
        return folder.resolve("spool/jobs/" + request.name() + "/start.json");
    }

    private static SequencedMap<String, String> variable(String name, String value) {
        var environment = new LinkedHashMap<String, String>();
        environment.put(name, value);
        return environment;
    }

    private static void end(String argument) {
        await().until(() -> process("sleep " + argument).destroy());
    }

    private static ProcessHandle process(String inCommandLine) {
        return await().until(
                        () -> ProcessHandle.allProcesses()
                                .filter(process ->
                                        process.info().commandLine().orElse("").endsWith(inCommandLine))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
