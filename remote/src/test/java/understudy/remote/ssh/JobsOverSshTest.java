package understudy.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.remote.Answer.NotSent;
import understudy.remote.BootId;
import understudy.remote.CommandListener;
import understudy.remote.job.JobRequest;
import understudy.remote.job.JobSpool;
import understudy.remote.job.JobState;
import understudy.remote.job.Jobs;

@Timeout(120)
class JobsOverSshTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private TestingSshServer server;
    private SshAccess access;

    @BeforeEach
    void connect() throws Exception {
        server = new TestingSshServer(folder);
        access = access();
    }

    @AfterEach
    void disconnect() throws Exception {
        access.close();
        server.close();
    }

    @Test
    void aJobGoesOnWhenTheConnectionIsCutAndIsFoundAgain() throws Exception {
        var jobs = jobs(access);
        var request = request();
        assertThat(jobs.start(request)).isInstanceOf(JobState.Running.class);
        server.cut();
        assertThat(jobs.find(request.name())).isInstanceOf(JobState.Running.class);
        Files.createFile(folder.resolve("go"));
        assertThat(jobs.await(request.name(), SOON))
                .isInstanceOfSatisfying(
                        JobState.Ended.class, ended -> assertThat(ended.exit()).isEqualTo(5));
        assertThat(folder.resolve("count")).hasContent("x");
    }

    @Test
    void whoeverWaitsForAJobIsConnectedAgain() throws Exception {
        var jobs = jobs(access);
        var request = request();
        jobs.start(request);
        var state = CompletableFuture.supplyAsync(() -> jobs.await(request.name(), SOON));
        await().until(() -> server.lines().stream().anyMatch(line -> line.contains(" await ")));
        server.cut();
        Files.createFile(folder.resolve("go"));
        assertThat(state.join()).isInstanceOf(JobState.Ended.class);
    }

    @Test
    void aJobGoesOnWithoutUsAndWhoeverComesNextFindsIt() throws Exception {
        var request = request();
        jobs(access).start(request);
        access.close();
        Files.createFile(folder.resolve("go"));
        try (var next = access()) {
            assertThat(jobs(next).await(request.name(), SOON)).isInstanceOf(JobState.Ended.class);
        }
    }

    @Test
    void aStartThatNobodyAnsweredIsUnseen() throws Exception {
        server.close();
        assertThat(jobs(access).start(request()))
                .isInstanceOfSatisfying(
                        JobState.Unseen.class,
                        unseen -> assertThat(unseen.why()).isInstanceOf(NotSent.class));
    }

    private JobRequest request() throws Exception {
        var boot = new BootId(
                Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip());
        var work = "printf x >>\"$0/count\"; until [ -e \"$0/go\" ]; do sleep 0.05; done; exit 5";
        return new JobRequest(
                "run-1/install/1", 1, boot, List.of("sh", "-c", work, folder.toString()), new LinkedHashMap<>());
    }

    private SshAccess access() {
        return new SshAccess(KeepAlive.USUAL, CommandListener.NONE, InstantSource.system());
    }

    private Jobs jobs(SshAccess through) throws Exception {
        var spool = new JobSpool(folder + "/spool", JobSpool.Launcher.SETSID);
        return new Jobs(through.shell("n1", server.settings()), spool, InstantSource.system());
    }
}
