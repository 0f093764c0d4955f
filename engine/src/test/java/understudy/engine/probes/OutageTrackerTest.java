package understudy.engine.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.core.model.GroupId;
import understudy.core.model.SessionCut;
import understudy.engine.ports.OutageWatch.Outage;

final class OutageTrackerTest {
    private static final Instant BEGIN = Instant.parse("2026-11-21T12:00:00Z");

    /**
     * Each probe is a row of answers, one every 100 ms: + good, - missed, . nothing known. Outages are milliseconds from the
     * beginning, an open one without an end; single misses are the milliseconds at which they were asked.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            all answers good                                  | ++++++++            |               |
            a single miss is no outage                        | +++-++++            |               | 300
            two misses apart are two single misses            | +-+-++++            |               | 100 300
            two consecutive misses are an outage              | +++--+++            | 200-500       |
            a long outage ends with the first good answer     | ++-------+-+        | 100-900       | 1000
            a question without answer breaks no row of misses | ++-.-.-+++          | 100-700       |
            an outage that lasts                              | ++++----            | 300-          |
            never answered since the beginning                | -----               | 0-            |
            answers for the first time                        | ---++               | 0-300         |
            a first answer that is missed                     | -++++               |               | 0
            two outages                                       | ++--++---+          | 100-400 500-900 |
            any probe of the group is enough                  | ++++++++/++---+++   | 100-500       |
            ends when all answer                              | ++---+++/++-----+   | 100-700       |
            begins with the first that is lost                | ++++---+/+++----+   | 200-700       |
            begins with the first that is lost, seen later    | ++++--++/++.-.-++   | 100-600       |
            one probe after the other without a gap           | +--++++/++-++++     | 0-300         |
            one probe's outage runs into the other's          | +--++++/+++--++     | 0-300 300-500 |
            a probe that is late to its first miss            | +---+++/+++--++     | 0-500         |
            a single miss at the end keeps it open            | +++-++/+--+++       | 0-400         |
            a single miss of another inside is not listed     | +----++/++-++++     | 0-500         |
            probes that miss in turn are single misses        | +-+-+-+/++-+-++     |               | 100 200 300 400 500
            """)
    void tells(String claim, String answers, String outages, String singles) {
        OutageTracker tracker = fed(answers);
        assertThat(told(tracker.outages())).as(claim).isEqualTo(outages == null ? "" : outages);
        String single = tracker.singleMisses().stream()
                .map(miss -> String.valueOf(millis(miss.at())))
                .collect(Collectors.joining(" "));
        assertThat(single).as(claim).isEqualTo(singles == null ? "" : singles);
    }

    @Test
    void saysWhatEachProbeMet() {
        OutageTracker tracker = fed("+---+/++--+");
        assertThat(tracker.outages().getFirst().detail())
                .isEqualTo("probe 0 refused the connection (3 misses); probe 1 refused the connection (2 misses)");
    }

    @Test
    void saysOnceThatTheMeasuringMachineStalledInIt() {
        OutageTracker tracker = fed("++---++");
        tracker.stalled(new Stall(BEGIN.plusMillis(50), BEGIN.plusMillis(350)));
        tracker.stalled(new Stall(BEGIN.plusMillis(150), BEGIN.plusMillis(400)));
        tracker.stalled(new Stall(BEGIN.plusMillis(600), BEGIN.plusMillis(900)));
        assertThat(tracker.outages().getFirst().detail())
                .isEqualTo(
                        "probe 0 refused the connection (3 misses); the measuring machine itself stalled for 300 ms in this"
                                + " time, so some of it may not be the service's");
    }

    @Test
    void doesNotBlameAStallOutsideTheOutage() {
        OutageTracker tracker = fed("++---++");
        tracker.stalled(new Stall(BEGIN.plusMillis(600), BEGIN.plusMillis(900)));
        assertThat(tracker.outages().getFirst().detail()).isEqualTo("probe 0 refused the connection (3 misses)");
    }

    private static OutageTracker fed(String answers) {
        List<String> rows = new ArrayList<>(List.of(answers.split("/")));
        OutageTracker tracker = new OutageTracker(
                new GroupId("mail"),
                IntStream.range(0, rows.size()).mapToObj(row -> "probe " + row).toList(),
                BEGIN);
        int longest = rows.stream().mapToInt(String::length).max().orElse(0);
        for (int column = 0; column < longest; column++) {
            for (int row = 0; row < rows.size(); row++) {
                char answer = column < rows.get(row).length() ? rows.get(row).charAt(column) : '.';
                if (answer != '.') {
                    tracker.accept(new ProbeAnswer(row, BEGIN.plusMillis(100L * column), answer(answer)));
                }
            }
        }
        return tracker;
    }

    private static Answer answer(char letter) {
        return letter == '+' ? new Answer.Good() : new Answer.Missed("refused the connection");
    }

    private static String told(List<Outage> outages) {
        return outages.stream()
                .map(outage -> millis(outage.from()) + "-"
                        + outage.until()
                                .map(until -> String.valueOf(millis(until)))
                                .orElse(""))
                .collect(Collectors.joining(" "));
    }

    private static long millis(Instant instant) {
        return Duration.between(BEGIN, instant).toMillis();
    }

    @Test
    void aSessionThatWasCutBelongsToTheOutageInWhichItLies() {
        OutageTracker tracker = new OutageTracker(new GroupId("mail"), List.of("imap"), BEGIN);
        for (int at = 0; at < 20; at++) {
            Answer answer = at >= 5 && at < 10 ? new Answer.Missed("refused") : new Answer.Good();
            tracker.accept(new ProbeAnswer(0, BEGIN.plusMillis(at * 100L), answer));
        }
        SessionCut justBefore = new SessionCut("imap", BEGIN.plusMillis(350));
        SessionCut inside = new SessionCut("imap", BEGIN.plusMillis(700));
        tracker.cut(new SessionCut("imap", BEGIN.plusMillis(100)));
        tracker.cut(justBefore);
        tracker.cut(inside);
        tracker.cut(new SessionCut("imap", BEGIN.plusMillis(1200)));

        assertThat(tracker.outages())
                .singleElement()
                .satisfies(outage -> assertThat(outage.sessions()).containsExactly(justBefore, inside));
    }
}
