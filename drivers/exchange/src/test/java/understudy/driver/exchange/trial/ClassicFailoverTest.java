package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.emulated.classic.Moving;
import understudy.emulated.classic.OldPower;
import understudy.emulated.classic.Product;

/**
 * The cluster fails over by itself before and after every step of P5 and P6: the run goes forward to a patched, served end, and no node
 * ever starts what newer binaries have started.
 */
class ClassicFailoverTest {
    private static final long SEED = 20_030_928;
    private static final int SAMPLE = 3;
    private static final Duration AWAY = Duration.ofMinutes(3);

    /** Something that makes the cluster move a virtual server by itself, at one step of a run. */
    private record Failover(String step, boolean began, boolean power) {
        @Override
        public String toString() {
            return (power ? "the owner loses its power " : "a resource fails ") + (began ? "as " : "after ") + step;
        }
    }

    static List<ClassicCase> cases() throws IOException {
        return ClassicCase.toBeCut().stream()
                .filter(one -> one.product() != Product.EXCHANGE_55 && one.servers() > 0)
                .toList();
    }

    @Timeout(240)
    @ParameterizedTest
    @MethodSource("cases")
    void theClusterFailsOverAtSeededStepsAndTheRunGoesForward(ClassicCase trialCase) throws Exception {
        var drawn = new ArrayList<>(failovers(trialCase));
        Collections.shuffle(drawn, new Random(SEED));
        assertThat(wrong(trialCase, drawn.subList(0, Math.min(SAMPLE, drawn.size()))))
                .as("seed " + SEED)
                .isEmpty();
    }

    @Timeout(240)
    @Test
    void failoversThatOnceFoundAFaultAreMadeEachTime() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (var found :
                FoundFaults.read("classic-failovers-that-found-faults.txt").entrySet()) {
            var trialCase = ClassicCase.named(found.getKey());
            wrong.addAll(
                    wrong(trialCase, FoundFaults.meant(failovers(trialCase), Failover::toString, found.getValue())));
        }
        assertThat(wrong).isEmpty();
    }

    @Tag("long")
    @Timeout(1800)
    @ParameterizedTest
    @MethodSource("cases")
    void theClusterFailsOverAtEveryStepAndTheRunGoesForward(ClassicCase trialCase) throws Exception {
        var failovers = failovers(trialCase);
        System.out.println(trialCase + ": " + failovers.size() + " failovers");
        assertThat(wrong(trialCase, failovers)).isEmpty();
    }

    private static List<Failover> failovers(ClassicCase trialCase) throws Exception {
        List<Failover> all = new ArrayList<>();
        try (var trial = new ClassicTrial(trialCase)) {
            trial.steps.tell((step, began) -> {
                all.add(new Failover(step, began, true));
                all.add(new Failover(step, began, false));
            });
            trial.toTheEnd(Duration.ZERO);
        }
        return all;
    }

    private static List<String> wrong(ClassicCase trialCase, List<Failover> failovers) throws Exception {
        return SideBySide.each(failovers.size(), at -> wrong(trialCase, failovers.get(at))).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> wrong(ClassicCase trialCase, Failover failover) {
        List<String> wrong = new ArrayList<>();
        try (var trial = new ClassicTrial(trialCase)) {
            in(trial, failover);
            trial.toTheEnd(Duration.ZERO);
            // What happened as the run ended is over by then.
            trial.clock.pass(Duration.ofMinutes(20));
            wrong.addAll(ClassicAfter.faults(trial));
        } catch (Exception | AssertionError broken) {
            wrong.add(broken.toString());
        }
        return wrong.stream().map(fault -> failover + ": " + fault).toList();
    }

    private static void in(ClassicTrial trial, Failover failover) {
        boolean[] happened = {false};
        trial.steps.tell((step, began) -> {
            if (!happened[0] && step.equals(failover.step()) && began == failover.began()) {
                happened[0] = true;
                happen(trial, failover);
            }
        });
    }

    private static void happen(ClassicTrial trial, Failover failover) {
        var mail = trial.world.group("EVS1").orElseThrow();
        if (!failover.power()) {
            new Moving(trial.world).fails(mail);
            return;
        }
        var power = new OldPower(trial.world);
        var owner = trial.world.node(mail.owner()).orElseThrow();
        power.off(owner);
        trial.clock.after(AWAY, () -> power.on(owner));
    }
}
