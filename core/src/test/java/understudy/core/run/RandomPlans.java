package understudy.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import understudy.core.planning.Plan;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep.AfterDoubt;
import understudy.core.procedure.ProcedureStep.By;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.Verb;

/** Plans with confirmations, operators' steps, steps that are not repeated after doubt, and outage paths that have begun already. */
final class RandomPlans {
    private RandomPlans() {}

    static Plan of(Random random) {
        List<Stage> stages = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            stages.add(TestingPlan.passive());
        }
        List<Step> lead = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            lead.add(TestingPlan.confirm("go-no-go"));
        }
        List<Step> path = path(random);
        boolean begunAlready = random.nextInt(5) == 0;
        lead.addAll(begunAlready ? path.subList(2, path.size()) : path);
        stages.add(new Stage("Last node", lead, List.of(TestingPlan.visit("n1")), "The rest is patched."));
        return TestingPlan.plan(stages);
    }

    private static List<Step> path(Random random) {
        if (random.nextBoolean()) {
            return TestingPlan.path("n2");
        }
        AfterDoubt doubt = random.nextBoolean() ? AfterDoubt.ASK : AfterDoubt.REPEAT;
        By by = random.nextBoolean() ? By.OPERATOR : By.DRIVER;
        List<Step> path = new ArrayList<>(TestingPlan.path("n2"));
        path.set(
                2,
                TestingPlan.of(
                        "move", "n2", TestingPlan.source("move", new Verb.HandOver(), Outage.INSIDE, doubt, by)));
        return path;
    }
}
