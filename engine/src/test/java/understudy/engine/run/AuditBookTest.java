package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import understudy.core.run.Event;
import understudy.engine.ports.CommandAudit.Seal;

/** The head of the commands' audit in a run's journal. */
class AuditBookTest {
    @Test
    void theJournalKnowsTheAuditAtTheStartAfterEachStageAndAtTheEnd() throws Exception {
        TestingRun run = sealed();

        run.open();

        List<Event> events = run.journal.events;
        assertThat(events.get(1)).isInstanceOf(Event.AuditSealed.class);
        List<Event> followed = new ArrayList<>();
        for (int at = 2; at < events.size(); at++) {
            if (events.get(at - 1) instanceof Event.AuditSealed && at > 2) {
                followed.add(events.get(at));
            }
        }
        assertThat(followed)
                .isEqualTo(events.stream()
                        .filter(event -> event instanceof Event.StageEnded || event instanceof Event.RunEnded)
                        .toList())
                .hasSizeGreaterThan(2);
    }

    @Test
    void eachSealIsOfThatMoment() throws Exception {
        TestingRun run = sealed();

        run.open();

        assertThat(run.journal.events.stream()
                        .filter(Event.AuditSealed.class::isInstance)
                        .map(event -> ((Event.AuditSealed) event).lines()))
                .isSorted()
                .startsWith(1L)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRunThatSendsNothingHasNoneInItsJournal() throws Exception {
        TestingRun run = new TestingRun(3);

        run.open();

        assertThat(run.journal.events).noneMatch(Event.AuditSealed.class::isInstance);
    }

    private static TestingRun sealed() {
        TestingRun run = new TestingRun(3);
        AtomicLong lines = new AtomicLong();
        run.audit = () -> {
            long now = lines.incrementAndGet();
            return Optional.of(new Seal(now, "head-" + now));
        };
        return run;
    }
}
