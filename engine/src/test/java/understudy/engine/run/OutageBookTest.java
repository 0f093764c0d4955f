package understudy.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import understudy.core.model.NodeId;
import understudy.core.model.Operation;
import understudy.core.model.SessionCut;
import understudy.core.run.Event;
import understudy.engine.ports.History;
import understudy.engine.ports.OutageWatch;

class OutageBookTest {
    private final TestingRun run = new TestingRun(3);
    private final Instant from = run.time.instant();
    private final SessionCut cut = new SessionCut("imap mail:143", from);
    private final Operation stop =
            new Operation("imap", "systemd:dovecot", "stop", new NodeId("n1"), from, Duration.ofSeconds(2), "ok");

    @BeforeEach
    void measure() {
        run.outages.add(
                new OutageWatch.Outage(TestingCluster.MAIL, from, Optional.of(from.plusSeconds(4)), "", List.of(cut)));
    }

    @Test
    void anOutageIsExplainedOnceByTheClustersOwnHistory() throws Exception {
        run.driver.history = new History(List.of(stop), Optional.of("n3 did not answer."));
        run.open();

        assertThat(run.journal.all(Event.OutageMeasured.class)).hasSize(1);
        assertThat(run.journal.all(Event.OutageExplained.class)).singleElement().satisfies(explained -> {
            assertThat(explained.from()).isEqualTo(from);
            assertThat(explained.operations()).containsExactly(stop);
            assertThat(explained.sessions()).containsExactly(cut);
            assertThat(explained.gap()).contains("n3 did not answer.");
        });
    }

    @Test
    void whatWasMeasuredIsInTheJournalBeforeTheNextStepBegins() throws Exception {
        run.open();

        List<Event> events = run.journal.events;
        Event measured = run.journal.all(Event.OutageMeasured.class).getFirst();
        Event second = run.journal.all(Event.StepBegan.class).get(1);
        assertThat(events.indexOf(measured)).isLessThan(events.indexOf(second));
    }

    @Test
    void anOutageThatLastsIsExplainedWhenItHasEnded() throws Exception {
        run.outages.clear();
        run.outages.add(new OutageWatch.Outage(TestingCluster.MAIL, from, Optional.empty(), "", List.of(cut)));
        run.open();

        assertThat(run.journal.all(Event.OutageExplained.class)).isEmpty();
    }
}
