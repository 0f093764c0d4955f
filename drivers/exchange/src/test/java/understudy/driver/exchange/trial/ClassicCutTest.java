package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each run before Exchange 2007 is cut once, before, in the middle of or after a program, and resumed: nothing is installed twice or left behind. */
class ClassicCutTest {
    private static final long SEED = 20_030_928;
    private static final int SAMPLE = 3;
    private static final AtomicInteger BEGUN = new AtomicInteger();
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(3), Duration.ofHours(2));

    static List<ClassicCase> cases() throws IOException {
        return ClassicCase.toBeCut();
    }

    @Timeout(240)
    @ParameterizedTest
    @MethodSource("cases")
    void cutAtSeededPlacesAndResumedNothingIsDoneTwiceOrLeftBehind(ClassicCase trialCase) throws Exception {
        assertThat(wrong(trialCase, drawn(trialCase, SAMPLE)))
                .as("seed " + SEED)
                .isEmpty();
    }

    @Timeout(120)
    @Test
    void cutsThatOnceFoundAFaultAreMadeEachTime() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (var found : FoundFaults.read("classic-cuts-that-found-faults.txt").entrySet()) {
            var trialCase = ClassicCase.named(found.getKey());
            wrong.addAll(wrong(
                    trialCase,
                    FoundFaults.meant(ClassicCuts.of(trialCase), Cuts.Named::withoutNumber, found.getValue())));
        }
        assertThat(wrong).isEmpty();
    }

    @Tag("long")
    @Timeout(5400)
    @ParameterizedTest
    @MethodSource("cases")
    void cutAtEveryPlaceAndResumedNothingIsDoneTwiceOrLeftBehind(ClassicCase trialCase) throws Exception {
        var cuts = drawn(trialCase, trialCase.cuts());
        System.out.println(trialCase + ": " + cuts.size() + " cuts, seed " + SEED);
        assertThat(wrong(trialCase, cuts)).as("seed " + SEED).isEmpty();
    }

    private static List<Cuts.Named> drawn(ClassicCase trialCase, int most) throws Exception {
        var cuts = new ArrayList<>(ClassicCuts.of(trialCase));
        Collections.shuffle(cuts, new Random(SEED));
        return cuts.subList(0, Math.min(most, cuts.size()));
    }

    private static List<String> wrong(ClassicCase trialCase, List<Cuts.Named> cuts) throws Exception {
        return SideBySide.each(cuts.size(), at -> {
                    told();
                    return wrong(trialCase, cuts.get(at), PAUSES.get(at % PAUSES.size()));
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static void told() {
        int begun = BEGUN.incrementAndGet();
        if (begun % 1000 == 0) {
            System.out.println(begun + " cuts begun");
        }
    }

    private static List<String> wrong(ClassicCase trialCase, Cuts.Named cut, Duration pause) {
        List<String> wrong = new ArrayList<>();
        try (var trial = new ClassicTrial(trialCase)) {
            trial.wire.begin(Optional.of(cut.cut()));
            trial.toTheEnd(pause);
            wrong.addAll(ClassicAfter.faults(trial));
        } catch (Exception | AssertionError broken) {
            wrong.add(broken.toString());
        }
        return wrong.stream()
                .map(fault -> cut + " (resumed after " + pause + "): " + fault)
                // An hour's work is not lost where it is ended early.
                .peek(fault -> System.out.println(trialCase + ": " + fault))
                .toList();
    }
}
