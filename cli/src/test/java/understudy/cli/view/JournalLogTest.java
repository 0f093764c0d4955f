package understudy.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.cli.report.TestingJournal;
import understudy.core.run.Event;
import understudy.core.run.RunMachine;
import understudy.core.run.RunResult;
import understudy.core.run.State;

/** What systemd's writer gets: one line for what a person reads, with the priority that it deserves. */
class JournalLogTest {
    @TempDir
    private Path folder;

    @Test
    void eachLineHasItsPriorityAndTheRunsName() throws Exception {
        Path written = folder.resolve("journal");
        List<Event> events = TestingJournal.saying("words")
                .asked("q1")
                .answered("q1", true)
                .ended(RunResult.STOPPED)
                .events();

        tell(JournalLog.of(List.of("sh", "-c", "exec cat >" + written)), events);

        assertThat(Files.readAllLines(written))
                .containsExactly(
                        "<5>night: Run night on cluster words by procedure words.",
                        "<4>night: Question q1: words?",
                        "<6>night: Question q1 answered yes by words.",
                        "<3>night: STOPPED: words");
    }

    @Test
    void aWriterThatIsGoneIsToldOnceAndStopsNothing() throws Exception {
        JournalLog log = JournalLog.of(List.of("sh", "-c", "exec <&-; exit 1"));
        List<Event> events = TestingJournal.saying("words").asked("q1").events();
        while (log.gap().isEmpty()) {
            events.forEach(event -> log.recorded(event, RunMachine.apply(State.empty(), events.getFirst())));
        }
        log.close();

        assertThat(log.gap())
                .get()
                .asString()
                .startsWith("The journal took nothing any more")
                .endsWith(".");
    }

    private static void tell(JournalLog log, List<Event> events) throws IOException {
        State state = State.empty();
        for (Event event : events) {
            state = RunMachine.apply(state, event);
            log.recorded(event, state);
        }
        log.close();
        assertThat(log.gap()).isEmpty();
    }
}
