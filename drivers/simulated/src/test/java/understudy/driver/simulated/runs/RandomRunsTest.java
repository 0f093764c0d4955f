package understudy.driver.simulated.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import understudy.core.run.Event;
import understudy.core.run.RunResult;
import understudy.driver.simulated.random.RandomScenarios;
import understudy.driver.simulated.scenario.NodeCondition;
import understudy.driver.simulated.scenario.Scenario;
import understudy.engine.run.RunEnding;

/**
 * Random clusters of 2 to 64 nodes, without faults, from their first look to their end: every node is patched, or the plan is refused,
 * or what stays behind is a node that was away or in maintenance from the start. All thousand are played by {@code ./build -pl
 * drivers/simulated -am verify -DincludedTags=long
 * -DexcludedTags=lab}.
 */
class RandomRunsTest {
    /** How the runs ended; {@code REFUSED} is a run that ended before its first plan. */
    private enum End {
        FINISHED,
        INCOMPLETE,
        REFUSED
    }

    private final Map<End, Integer> ends = new EnumMap<>(End.class);

    @Test
    void aSampleOfRandomClustersIsPatchedOrRefused() throws Exception {
        play(LongStream.range(0, 120).filter(RandomRunsTest::isSmall).toArray());
    }

    /** 42 withdrew a right from a node in maintenance; 568 and 728 planned again whenever the cluster was busy for a moment. */
    @Test
    void whatOnceFoundAMistakeIsPlayedEachTime() throws Exception {
        for (long seed : List.of(42L, 568L, 728L)) {
            play(seed);
        }
    }

    @Test
    @Tag("long")
    void aThousandRandomClustersArePatchedOrRefused() throws Exception {
        play(LongStream.range(0, 1000).toArray());
    }

    /** The large ones wait for the whole thousand. */
    private static boolean isSmall(long seed) {
        return RandomScenarios.of(seed).nodes().size() <= 24;
    }

    private void play(long[] seeds) throws Exception {
        for (long seed : seeds) {
            play(seed);
        }
        System.out.println("random runs: " + seeds.length + " seeds from " + seeds[0] + " to " + seeds[seeds.length - 1]
                + ": " + ends);
        assertThat(ends.keySet()).contains(End.values());
    }

    private void play(long seed) throws Exception {
        Scenario scenario = RandomScenarios.of(seed);
        SimulatedRun run = ScenarioRun.of(scenario);
        RunEnding ending = ScenarioRun.play(run);
        String story = "seed " + seed + ": " + ending.result() + ", " + ending.sentence();

        assertThat(run.cluster.violations()).as(story).isEmpty();
        assertThat(run.cluster.installs().values()).as(story).allMatch(installs -> installs <= 1);
        assertThat(run.cluster.restarts().values()).as(story).allMatch(restarts -> restarts <= 1);
        ends.merge(end(run, ending, scenario, story), 1, Integer::sum);
    }

    private static End end(SimulatedRun run, RunEnding ending, Scenario scenario, String story) {
        if (run.journal.all(Event.PlanAdopted.class).isEmpty() && ending.result() == RunResult.STOPPED) {
            assertThat(ending.sentence()).as(story).startsWith("No plan keeps every rule. ");
            return End.REFUSED;
        }
        long planned = run.journal.all(Event.PlanAdopted.class).isEmpty()
                ? 0
                : run.journal
                        .all(Event.PlanAdopted.class)
                        .getFirst()
                        .plan()
                        .outages()
                        .size();
        assertThat((long) ending.state().books().outages().size()).as(story).isEqualTo(planned);
        boolean allThere = conditions(scenario).stream()
                .noneMatch(is -> is == NodeCondition.DOWN || is == NodeCondition.MAINTENANCE);
        if (ending.result() == RunResult.INCOMPLETE) {
            assertThat(allThere).as(story).isFalse();
            return End.INCOMPLETE;
        }
        assertThat(ending.result()).as(story).isEqualTo(RunResult.FINISHED);
        assertThat(ending.state().books().ledger()).as(story).isEmpty();
        return End.FINISHED;
    }

    private static List<NodeCondition> conditions(Scenario scenario) {
        return scenario.nodes().stream().map(node -> node.condition()).toList();
    }
}
