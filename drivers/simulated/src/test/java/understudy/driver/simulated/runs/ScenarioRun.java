package understudy.driver.simulated.runs;

import java.util.Map;
import understudy.core.model.Policy;
import understudy.driver.simulated.CallerDied;
import understudy.driver.simulated.scenario.Scenario;
import understudy.engine.run.RunEnding;

/** A scenario, patched by the procedure that its platform usually takes, with as many nodes away as it says. */
final class ScenarioRun {
    private static final Map<String, String> USUAL =
            Map.of("pacemaker", "pacemaker/rolling", "exchange-2007", "exchange-2007/scc-service-pack");

    private ScenarioRun() {}

    static SimulatedRun of(Scenario scenario) {
        String procedure = USUAL.getOrDefault(scenario.cluster().platform(), "pacemaker/rolling");
        return new SimulatedRun(
                scenario,
                procedure,
                Policy.standard()
                        .draft()
                        .maxUnavailable(scenario.maxUnavailable())
                        .build());
    }

    /** Carries it to its end; where a fault ends our process, it is taken up again at once. */
    static RunEnding play(SimulatedRun run) throws Exception {
        try {
            return run.open();
        } catch (CallerDied _) {
            return run.resume();
        }
    }
}
