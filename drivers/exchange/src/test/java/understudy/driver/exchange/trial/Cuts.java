package understudy.driver.exchange.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.driver.exchange.trial.Cut.How;

/**
 * Where a run of a procedure can be cut, by what its undisturbed run sends: every command before and after, and before each thing that its
 * script changes. Of equal commands in one step the first and the last stand for those between.
 */
final class Cuts {
    /** A cut, in words too. */
    record Named(Cut cut, String words) {
        @Override
        public String toString() {
            return cut.how() + ", " + words;
        }

        /** In words that stay the same where the run gets another command before it. */
        String withoutNumber() {
            return toString().replaceFirst(", call [0-9]+", "");
        }
    }

    private Cuts() {}

    static List<Named> of(TrialCase trialCase) throws Exception {
        List<Named> cuts = new ArrayList<>();
        for (Sent sent : telling(trialCase)) {
            add(cuts, sent, 0, EnumSet.of(How.KILLED, How.LOST));
            sent.changes().forEach(place -> add(cuts, sent, place, EnumSet.allOf(How.class)));
            add(cuts, sent, Cut.AFTER, EnumSet.of(How.KILLED, How.LOST));
        }
        return cuts;
    }

    private static void add(List<Named> cuts, Sent sent, int place, EnumSet<How> ways) {
        ways.forEach(how -> cuts.add(new Named(new Cut(sent.call(), place, how), sent.at(place))));
    }

    private static List<Sent> telling(TrialCase trialCase) throws Exception {
        Map<String, Sent> first = new LinkedHashMap<>();
        Map<String, Sent> last = new LinkedHashMap<>();
        try (var trial = new Trial(trialCase)) {
            trial.wire.begin(Optional.empty());
            trial.toTheEnd(Duration.ZERO);
            for (Sent sent : trial.wire.sent) {
                var kind = sent.step() + " " + sent.node() + " " + sent.script() + " " + sent.commands();
                first.putIfAbsent(kind, sent);
                last.put(kind, sent);
            }
        }
        List<Sent> telling = new ArrayList<>(first.values());
        last.values().stream().filter(sent -> !telling.contains(sent)).forEach(telling::add);
        return telling;
    }
}
