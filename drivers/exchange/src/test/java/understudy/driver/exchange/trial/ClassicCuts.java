package understudy.driver.exchange.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import understudy.driver.exchange.trial.Cut.How;

/**
 * Where a run through a management host can be cut, by what its undisturbed run sends: every program before it leaves and after it has
 * ended, and one that changes something also as it begins and half way. Of equal programs in one step the first and the last stand for all.
 */
final class ClassicCuts {
    private static final Pattern CHANGES = Pattern.compile(
            ".*(/moveto:| /on | /off |/usedefault|owner:| config | stop | start |reg\\.exe add|reg\\.exe delete|/run|shutdown|/priv .+=).*");

    private ClassicCuts() {}

    static List<Cuts.Named> of(ClassicCase trialCase) throws Exception {
        List<Cuts.Named> cuts = new ArrayList<>();
        for (Sent sent : telling(trialCase)) {
            add(cuts, sent, 0, EnumSet.of(How.KILLED, How.LOST));
            if (CHANGES.matcher(sent.script()).matches()) {
                for (int place = 1; place <= sent.commands().size(); place++) {
                    add(cuts, sent, place, EnumSet.allOf(How.class));
                }
            }
            add(cuts, sent, Cut.AFTER, EnumSet.of(How.KILLED, How.LOST));
        }
        return cuts;
    }

    private static void add(List<Cuts.Named> cuts, Sent sent, int place, EnumSet<How> ways) {
        ways.forEach(how -> cuts.add(new Cuts.Named(new Cut(sent.call(), place, how), sent.at(place))));
    }

    private static List<Sent> telling(ClassicCase trialCase) throws Exception {
        Map<String, Sent> first = new LinkedHashMap<>();
        Map<String, Sent> last = new LinkedHashMap<>();
        try (var trial = new ClassicTrial(trialCase)) {
            trial.wire.begin(Optional.empty());
            trial.toTheEnd(Duration.ZERO);
            for (Sent sent : trial.wire.sent) {
                var kind = sent.step() + " " + sent.script();
                first.putIfAbsent(kind, sent);
                last.put(kind, sent);
            }
        }
        List<Sent> telling = new ArrayList<>(first.values());
        last.values().stream().filter(sent -> !telling.contains(sent)).forEach(telling::add);
        return telling;
    }
}
