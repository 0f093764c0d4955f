package understudy.driver.bigfix.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.Policy;
import understudy.core.planning.Planner;
import understudy.core.planning.Planning;
import understudy.core.planning.PlanningInput;
import understudy.core.planning.RunRecords;
import understudy.driver.bigfix.Fixlets;
import understudy.driver.bigfix.trial.Bench;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Call;
import understudy.emulated.world.Power;
import understudy.engine.ports.Observation;
import understudy.engine.run.Freezing;
import understudy.procedures.Shipped;

/** Our plan is written as one of Server Automation, taken in by it, read back in our words, started and watched to its end. */
@Timeout(60)
class AutomationTest {
    private static PlanWriter.Written written(Bench bench) throws Exception {
        var procedure = Shipped.find("exchange-2007/rolling").orElseThrow();
        var patch = new Patch(
                "night",
                procedure.id(),
                new Patch.Content.Named("Patches for Windows", "806701"),
                false,
                Patch.RestartRule.REQUIRED);
        var driver = bench.driver();
        var targets = Freezing.targets(driver.offer(patch));
        if (!(driver.observe(targets) instanceof Observation.Seen(var seen))) {
            throw new AssertionError("not seen");
        }
        var planning = Planner.plan(new PlanningInput(
                seen,
                RunRecords.atStart(targets),
                procedure,
                patch,
                Policy.standard(),
                bench.time().instant()));
        if (!(planning instanceof Planning.Planned(var plan))) {
            throw new AssertionError(planning.toString());
        }
        Map<NodeId, Integer> ids = new LinkedHashMap<>();
        driver.look().computers().forEach(computer -> ids.put(computer.node(), computer.id()));
        return new PlanWriter(Fixlets.usual(), false, ids).write("night", plan, patch, "Fixlet", true);
    }

    @Test
    void ourPlanGoesThereAndBackAndIsCarriedOut() throws Exception {
        try (var bench = Bench.exchange(true)) {
            var document = written(bench);
            assertThat(document.unsaid())
                    .contains("Where a group goes: the Fixlets that move groups name no destination.")
                    .anyMatch(sentence -> sentence.startsWith("Guards: "));
            assertThat(document.document()).contains("schema was not seen");
            var api = bench.api();
            int id = Integer.parseInt(created(api, document.document()));
            var automation = new AutomationApi(api);
            var plan = automation.plan("master/" + id);
            var meaning = new PlanMeaning(Fixlets.usual());
            assertThat(plan.steps().stream().map(meaning::sentence))
                    .containsExactly(
                            "101  drain: pause  (Pause Node (Windows Server 2008)) on no computer yet",
                            "102  drain: move groups away  (Move Groups from Node (Windows Server 2008)) on no computer yet",
                            "103  install  (MS08-067: Vulnerability in Server Service) on no computer yet",
                            "104  restart, where one is pending  (Restart Endpoint on Pending Restart and Wait) on no computer yet",
                            "105  release: resume  (Resume Node (Windows Server 2008)) on no computer yet",
                            "106  hand over the mailbox server (an outage)  (Move Exchange 2007 Mailbox Server from Node) on no"
                                    + " computer yet",
                            "107  drain: pause  (Pause Node (Windows Server 2008)) on no computer yet",
                            "108  drain: move groups away  (Move Groups from Node (Windows Server 2008)) on no computer yet",
                            "109  install  (MS08-067: Vulnerability in Server Service) on no computer yet",
                            "110  restart, where one is pending  (Restart Endpoint on Pending Restart and Wait) on no computer yet",
                            "111  release: resume  (Resume Node (Windows Server 2008)) on no computer yet");
            assertThat(meaning.findings(plan)).isEmpty();
            assertThat(meaning.findings(new AutomationPlan("half", plan.steps().subList(0, 3))))
                    .extracting(finding -> finding.code())
                    .containsExactly("BIGFIX-PLAN-LEAVES-A-PAUSE", "BIGFIX-PLAN-WITHOUT-RESTART");
            carriedOut(bench, automation, id, plan);
        }
    }

    private static String created(BigFixApi api, String document) throws Exception {
        return api.whole(
                new Call("POST", "/serverautomation/besplan/master", Optional.of(document), "application/xml", "plan"));
    }

    /** Complaint 47: with PausePlan it stands in Pending Restart until somebody restarts, once for each step that does. */
    private static void restartedByHand(Bench bench, PlanProgress progress, Set<Integer> restarted) {
        boolean stands = progress.steps().getLast().overall().equals("Pending Restart");
        if (stands && restarted.add(progress.steps().size())) {
            var node = progress.steps().size() < 6 ? "NODEB" : "NODEA";
            new Power(bench.world()).restart(bench.world().node(node).orElseThrow());
        }
    }

    private static void carriedOut(Bench bench, AutomationApi automation, int id, AutomationPlan plan)
            throws Exception {
        Map<Integer, List<AutomationPlan.Target>> targets = new LinkedHashMap<>();
        for (AutomationPlan.Step step : plan.steps()) {
            var node = step.sequence() <= 105 ? "NODEB" : "NODEA";
            targets.put(
                    step.sequence(),
                    List.of(new AutomationPlan.Target(
                            node, bench.server().agent(node).id())));
        }
        int action = automation.start("master/" + id, plan.aimedAt(targets));
        Set<Integer> restarted = new HashSet<>();
        for (int turn = 0; turn < 500 && automation.progress(action).isOpen(); turn++) {
            bench.time().pause(Duration.ofSeconds(30));
            restartedByHand(bench, automation.progress(action), restarted);
        }
        var progress = automation.progress(action);
        assertThat(progress.isOpen()).as(progress.toString()).isFalse();
        assertThat(progress.steps()).hasSize(11);
        assertThat(progress.steps().getFirst().sentence())
                .isEqualTo("Pause Node (Windows Server 2008): Fixed (it is no longer relevant), Stopped, 100 %");
        assertThat(bench.world().journal()).contains("NODEB: install KB958644", "NODEA: install KB958644");
    }
}
