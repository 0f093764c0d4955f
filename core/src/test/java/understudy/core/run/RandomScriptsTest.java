package understudy.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The machine under scripts that nobody has thought of; a broken rule names the seed that breaks it. */
class RandomScriptsTest {
    private static final int SEEDS = Integer.getInteger("understudy.run.seeds", 1000);
    private static final int WILD = 150;
    private static final int CALM = 400;

    private static final List<Claims> PLAYED =
            LongStream.range(0, SEEDS).mapToObj(RandomScriptsTest::play).toList();

    private static Claims play(long seed) {
        Claims claims = new Claims();
        RandomRun run = new RandomRun(seed, claims);
        run.open();
        for (int tick = 0; tick < WILD && !run.isOver(); tick++) {
            run.tick();
        }
        run.calm();
        for (int tick = 0; tick < CALM && !run.isOver(); tick++) {
            run.tick();
        }
        return claims;
    }

    @Test
    void everyRuleHoldsInEveryStateOfEveryScript() {
        List<String> broken = new ArrayList<>();
        int events = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Claims claims = PLAYED.get(seed);
            events += claims.events().size();
            String prefix = "seed " + seed + ": ";
            claims.broken().stream().limit(1).map(prefix::concat).forEach(broken::add);
        }
        System.out.println("random scripts: seeds 0 to " + (SEEDS - 1) + ", " + events + " events");
        assertThat(broken).isEmpty();
    }

    @Test
    void whateverHappenedARunWhoseStepsSucceedFromThenOnComesToItsEnd() {
        List<String> stuck = new ArrayList<>();
        Map<RunResult, Integer> ends = new EnumMap<>(RunResult.class);
        for (int seed = 0; seed < SEEDS; seed++) {
            State state = PLAYED.get(seed).state();
            state.ending().ifPresent(end -> ends.merge(end.result(), 1, Integer::sum));
            boolean isOver = state.ending()
                    .filter(end -> end.result() != RunResult.STOPPED && end.result() != RunResult.FAILED)
                    .isPresent();
            if (!isOver) {
                stuck.add("seed " + seed + ": " + RunMachine.outstanding(state));
            }
        }
        System.out.println("ends of random scripts: " + ends);
        assertThat(stuck).isEmpty();
        assertThat(ends.keySet()).contains(RunResult.FINISHED, RunResult.INCOMPLETE, RunResult.ABORTED);
    }

    @Test
    void aJournalThatIsReplayedGivesTheSameStateAndTheSameDemands() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Claims claims = PLAYED.get(seed);
            State again = RunMachine.replay(claims.events());

            assertThat(again).as("seed " + seed).isEqualTo(claims.state());
            assertThat(RunMachine.outstanding(again))
                    .as("seed " + seed)
                    .isEqualTo(RunMachine.outstanding(claims.state()));
        }
    }

    @Test
    void resultsAndBeginningsThatComeLateChangeNothing() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Claims claims = PLAYED.get(seed);
            Random random = new Random(seed);
            State state = claims.state();
            for (Event event : claims.events()) {
                boolean stale = event instanceof Event.StepEnded || event instanceof Event.StepBegan;
                if (stale && random.nextInt(3) == 0) {
                    assertThat(RunMachine.apply(state, event))
                            .as("seed " + seed + ": " + event)
                            .isEqualTo(state);
                }
            }
        }
    }

    @Test
    void eventsInAnyOrderAtAllNeitherThrowNorLeaveARunWithoutDemands() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Event> events = new ArrayList<>(PLAYED.get(seed).events());
            Random random = new Random(seed);
            Collections.shuffle(events, random);
            State state = State.empty();
            for (Event event : events) {
                state = RunMachine.apply(state, event);
                boolean silent = RunMachine.outstanding(state).isEmpty();
                assertThat(silent)
                        .as("seed " + seed + ": " + event)
                        .isEqualTo(state.header().isEmpty() || state.ending().isPresent());
            }
        }
    }
}
