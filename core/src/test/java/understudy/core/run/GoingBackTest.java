package understudy.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.Finding;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.Policy;
import understudy.core.model.StepId;
import understudy.core.model.Version;
import understudy.core.planning.Condition;
import understudy.core.planning.Plan;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep.AfterDoubt;
import understudy.core.procedure.ProcedureStep.By;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.Verb;

/** What speaks against the patch is asked about once, before it costs more; nodes go back by a person's word or in one's stead. */
class GoingBackTest {
    private static final NodeId N1 = new NodeId("n1");
    private static final NodeId N2 = new NodeId("n2");
    private static final String MOVE = "move:mail>n2";

    @Test
    void aGroupThatDoesNotStartWithThePatchIsAskedAboutBeforeAnotherAttempt() {
        Question question = failedHandover("START-FAILED").ask().open();

        assertThat(question.kind()).isEqualTo(Question.Kind.GO_BACK);
        assertThat(question.text()).contains("n2").endsWith("?").doesNotContain("n1");
    }

    @Test
    void anotherFailureOfAHandoverSaysNothingAgainstThePatch() {
        assertThat(failedHandover("OWNER-CHANGED").outstanding()).containsExactly(new Action.LookAndPlan());
    }

    @Test
    void withoutAWayBackNobodyIsAskedAboutIt() {
        assertThat(fail(Script.opened().adopt(plan()), "START-FAILED").outstanding())
                .containsExactly(new Action.LookAndPlan());
    }

    @Test
    void yesTakesBackWhatHasThePatchAndNothingElseIsDone() {
        Script script = failedHandover("START-FAILED").ask().answer(true);

        assertThat(script.outstanding()).containsExactly(new Action.LookAndPlan());
        assertThat(script.state().targets().isTakenBack(N2)).isTrue();
        assertThat(script.state().targets().isTakenBack(N1)).isFalse();
        assertThat(script.state().targets().onlyBack()).isTrue();
        assertThat(script.state().targets().of(N2)).containsExactly(new Version("mailer", "1"));
        assertThat(script.state().isRecovering()).as("a fresh count").isFalse();
    }

    @Test
    void whenNothingIsLeftTheRunIsOver() {
        Script script = failedHandover("START-FAILED").ask().answer(true);

        script.tell(new Event.NothingLeft(script.tick(), List.of(), false));

        assertThat(script.outstanding().getFirst())
                .isInstanceOfSatisfying(
                        Action.Finish.class,
                        finish -> assertThat(finish.result()).isEqualTo(RunResult.TAKEN_BACK));
        assertThat(script.finish().resume().outstanding()).isEmpty();
    }

    @Test
    void whatIsNotBackYetCanBeResumed() {
        Script script = failedHandover("START-FAILED").ask().answer(true);

        script.tell(new Event.NothingLeft(script.tick(), List.of(Script.WHY), true));

        assertThat(((Action.Finish) script.outstanding().getFirst()).result()).isEqualTo(RunResult.FAILED);
        script.finish().resume();
        assertThat(script.state().targets().isTakenBack(N2)).isTrue();
    }

    @Test
    void anotherTryIsAnAnswerOfItsOwn() {
        Script script = failedHandover("START-FAILED").ask();

        script.tell(new Event.RetryAsked(script.tick(), "again", new StepId(MOVE), "anna"));

        assertThat(script.outstanding()).containsExactly(new Action.LookAndPlan());
        assertThat(script.state().targets().onlyBack()).isFalse();
    }

    @Test
    void abortingCanTakeAllBackAndSkippingOneNode() {
        Script aborted = withWayBack();
        aborted.tell(new Event.GoBackAsked(aborted.tick(), "1", Optional.empty(), "anna"));
        Script skipped = withWayBack();
        skipped.tell(new Event.GoBackAsked(skipped.tick(), "1", Optional.of(N2), "anna"));

        assertThat(aborted.state().wishes().back().nodes()).containsExactly(N1, N2);
        assertThat(aborted.state().targets().onlyBack()).isTrue();
        assertThat(skipped.state().targets().isTakenBack(N2)).isTrue();
        assertThat(skipped.state().targets().onlyBack()).isFalse();
        assertThat(skipped.state().wishes().skipped()).containsExactly(N2);
    }

    private static Script failedHandover(String code) {
        return fail(withWayBack().adopt(plan()), code);
    }

    private static Script fail(Script script, String code) {
        script.begin(MOVE);
        return script.tell(new Event.StepEnded(
                script.tick(),
                Script.action(MOVE, 1),
                new StepResult.Failed(Finding.error(code, "mail", "mail did not start on n2.", "")),
                ""));
    }

    private static Script withWayBack() {
        RunHeader usual = TestingPlan.header(Policy.standard());
        Map<NodeId, List<Version>> before = new LinkedHashMap<>();
        List.of(N1, N2).forEach(node -> before.put(node, List.of(new Version("mailer", "1"))));
        Script script = new Script();
        script.tell(new Event.RunOpened(
                Script.START,
                new RunHeader(
                        usual.format(),
                        usual.run(),
                        usual.cluster(),
                        usual.inputs(),
                        usual.procedure(),
                        usual.patch(),
                        usual.targets().replacing(before),
                        usual.originalPlacement(),
                        usual.expected(),
                        usual.policy())));
        before.keySet().forEach(node -> script.tell(new Event.LedgerOpened(script.tick(), kept(node))));
        return script;
    }

    private static LedgerEntry kept(NodeId node) {
        return new LedgerEntry(
                "old-packages-" + node,
                TestingPlan.RUN,
                LedgerEntry.Kind.OLD_PACKAGES,
                Optional.of(node),
                Optional.empty(),
                "",
                "");
    }

    private static Plan plan() {
        var source = TestingPlan.source("move", new Verb.HandOver(), Outage.WHOLE, AfterDoubt.REPEAT, By.DRIVER);
        Step move = new Step(
                new StepId(MOVE),
                source,
                Optional.of(N1),
                Optional.of(TestingPlan.MAIL),
                Optional.of(N1),
                Optional.of(N2),
                List.of(new Condition.NodePatched(N2)),
                List.of(new Condition.GroupOwnedBy(TestingPlan.MAIL, N2)),
                List.of(),
                "The rest is patched.");
        return TestingPlan.plan(
                new Stage("Last node", List.of(move), List.of(TestingPlan.visit("n1")), "The rest is patched."));
    }
}
