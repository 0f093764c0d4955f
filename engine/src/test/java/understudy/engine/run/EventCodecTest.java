package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import understudy.core.run.Event;
import understudy.core.run.RunMachine;
import understudy.core.run.RunResult;
import understudy.core.run.State;

/** Journals that this and older releases have written stay readable for ever; the golden ones of each format lie beside. */
class EventCodecTest {
    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(EventCodecTest.class.getResource("/journals/format-1"))
                .toURI());
    }

    private static List<Event> journal(String name) throws IOException, URISyntaxException {
        return Files.readAllLines(folder().resolve(name)).stream()
                .map(EventCodec::read)
                .toList();
    }

    @Test
    void everyEventOfAWholeRunIsReadBackAsItWas() throws Exception {
        TestingRun run = new TestingRun(3);
        run.open();

        List<String> lines = run.journal.events.stream().map(EventCodec::write).toList();

        assertThat(lines.stream().map(EventCodec::read)).isEqualTo(run.journal.events);
    }

    @Test
    void theGoldenFinishedRunOfFormatOneIsReplayed() throws Exception {
        State state = RunMachine.replay(journal("finished.jsonl"));

        assertThat(state.ending().orElseThrow().result()).isEqualTo(RunResult.FINISHED);
        assertThat(state.attempts()).hasSize(13);
        assertThat(state.books().ledger()).isEmpty();
    }

    @Test
    void theGoldenJournalsAreWrittenAgainByteForByte() throws Exception {
        for (String name : List.of("finished.jsonl", "every-event.jsonl")) {
            List<String> lines = Files.readAllLines(folder().resolve(name));
            assertThat(lines.stream().map(EventCodec::read).map(EventCodec::write))
                    .as(name)
                    .containsExactlyElementsOf(lines);
        }
    }

    @Test
    void everyKindOfEventStandsInAGoldenJournal() throws Exception {
        Set<String> golden = journal("every-event.jsonl").stream()
                .map(event -> event.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(golden).isEqualTo(kinds(Event.class).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCodecTest::kinds)
                : Stream.of(type.getSimpleName());
    }
}
