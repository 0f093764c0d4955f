package understudy.driver.bigfix.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.core.model.Policy;
import understudy.driver.bigfix.trial.TrialWire.Cut;
import understudy.driver.bigfix.wire.Call;

/** Each run is cut once, before a request leaves or after the server has done what it asks, and resumed: nothing is done twice or left behind. */
class BigFixCutTest {
    private static final long SEED = 20_081_023;
    private static final int SAMPLE = 2;
    private static final int MANY = 400;
    /** How long we are dead; each cut has one of them in turn. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(3), Duration.ofHours(2));

    static List<TrialCase> all() throws IOException {
        return TrialCase.all();
    }

    @Timeout(120)
    @ParameterizedTest
    @MethodSource("all")
    void aRequestCutAtSeededPlacesAndResumedDoesNothingTwice(TrialCase trialCase) throws Exception {
        assertThat(wrong(trialCase, drawn(trialCase, SAMPLE)))
                .as("seed " + SEED)
                .isEmpty();
    }

    @Timeout(120)
    @Test
    void cutsThatOnceFoundAFaultAreMadeEachTime() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (var found : FoundCut.all()) {
            var trialCase = TrialCase.named(found.trialCase());
            wrong.addAll(wrong(trialCase, List.of(found.in(requests(trialCase)))));
        }
        assertThat(wrong).isEmpty();
    }

    @Tag("long")
    @Timeout(1200)
    @ParameterizedTest
    @MethodSource("all")
    void aRequestCutAtManyPlacesAndResumedDoesNothingTwice(TrialCase trialCase) throws Exception {
        var cuts = drawn(trialCase, MANY);
        System.out.println(trialCase + ": " + cuts.size() + " cuts, seed " + SEED);
        assertThat(wrong(trialCase, cuts)).as("seed " + SEED).isEmpty();
    }

    private static List<Cut> drawn(TrialCase trialCase, int most) throws Exception {
        List<Cut> cuts = new ArrayList<>();
        int calls = requests(trialCase).size();
        for (int call = 0; call < calls; call++) {
            for (boolean after : new boolean[] {false, true}) {
                cuts.add(new Cut(call, after, true));
                cuts.add(new Cut(call, after, false));
            }
        }
        Collections.shuffle(cuts, new Random(SEED));
        return cuts.subList(0, Math.min(most, cuts.size()));
    }

    /** What a run sends that nothing disturbs. */
    private static List<Call> requests(TrialCase trialCase) throws Exception {
        try (var trial = new Trial(trialCase, Policy.standard())) {
            trial.wire.begin(Optional.empty());
            trial.toTheEnd(Duration.ZERO);
            return List.copyOf(trial.wire.calls);
        }
    }

    /** Each on a cluster of its own, as many at a time as the machine has processors. */
    private static List<String> wrong(TrialCase trialCase, List<Cut> cuts) {
        return IntStream.range(0, cuts.size())
                .parallel()
                .mapToObj(at -> wrong(trialCase, cuts.get(at), PAUSES.get(at % PAUSES.size())))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> wrong(TrialCase trialCase, Cut cut, Duration pause) {
        List<String> wrong = new ArrayList<>();
        try (var trial = new Trial(trialCase, Policy.standard())) {
            trial.wire.begin(Optional.of(cut));
            trial.toTheEnd(pause);
            wrong.addAll(AfterAll.faults(trial));
            if (!wrong.isEmpty()) {
                wrong.addAll(trial.failures().stream().map(Object::toString).toList());
            }
        } catch (Exception | AssertionError broken) {
            wrong.add(broken.toString());
        }
        return wrong.stream()
                .map(fault -> cut + " (resumed after " + pause + "): " + fault)
                .toList();
    }
}
