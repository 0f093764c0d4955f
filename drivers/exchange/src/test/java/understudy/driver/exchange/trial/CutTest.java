package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each run is cut once, before, in the middle of or after a command that goes over the wire, and resumed: nothing is installed twice, nothing
 * is left stopped, and what must stay is said.
 */
class CutTest {
    private static final long SEED = 20_070_831;
    private static final int SAMPLE = 15;
    /** How long we are dead; each cut has one of them in turn. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(3), Duration.ofHours(2));

    static List<TrialCase> all() throws IOException {
        return TrialCase.disturbed();
    }

    @Timeout(120)
    @ParameterizedTest
    @MethodSource("all")
    void cutAtSeededPlacesAndResumedNothingIsDoneTwiceOrLeftBehind(TrialCase trialCase) throws Exception {
        assertThat(wrong(trialCase, drawn(trialCase, SAMPLE)))
                .as("seed " + SEED)
                .isEmpty();
    }

    @Timeout(120)
    @Test
    void cutsThatOnceFoundAFaultAreMadeEachTime() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (var found : FoundFaults.read("cuts-that-found-faults.txt").entrySet()) {
            var trialCase = TrialCase.named(found.getKey());
            wrong.addAll(wrong(
                    trialCase, FoundFaults.meant(Cuts.of(trialCase), Cuts.Named::withoutNumber, found.getValue())));
        }
        assertThat(wrong).isEmpty();
    }

    @Tag("long")
    @Timeout(900)
    @ParameterizedTest
    @MethodSource("all")
    void cutAtEveryPlaceAndResumedNothingIsDoneTwiceOrLeftBehind(TrialCase trialCase) throws Exception {
        var cuts = drawn(trialCase, trialCase.cuts());
        System.out.println(trialCase + ": " + cuts.size() + " cuts, seed " + SEED);
        assertThat(wrong(trialCase, cuts)).as("seed " + SEED).isEmpty();
    }

    private static List<Cuts.Named> drawn(TrialCase trialCase, int most) throws Exception {
        var cuts = new ArrayList<>(Cuts.of(trialCase));
        Collections.shuffle(cuts, new Random(SEED));
        return cuts.subList(0, Math.min(most, cuts.size()));
    }

    private static List<String> wrong(TrialCase trialCase, List<Cuts.Named> cuts) throws Exception {
        return SideBySide.each(cuts.size(), at -> wrong(trialCase, cuts.get(at), PAUSES.get(at % PAUSES.size())))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> wrong(TrialCase trialCase, Cuts.Named cut, Duration pause) {
        List<String> wrong = new ArrayList<>();
        try (var trial = new Trial(trialCase)) {
            trial.wire.begin(Optional.of(cut.cut()));
            trial.toTheEnd(pause);
            wrong.addAll(AfterAll.faults(trial));
            wrong.addAll(WhileStopped.faults(trial));
        } catch (Exception | AssertionError broken) {
            wrong.add(broken.toString());
        }
        return wrong.stream()
                .map(fault -> cut + " (resumed after " + pause + "): " + fault)
                .toList();
    }
}
