package understudy.core.planning;

import java.time.Duration;
import java.util.Optional;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.ProcedureStep.AfterDoubt;
import understudy.core.procedure.ProcedureStep.By;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.ProcedureStep.Where;
import understudy.core.procedure.Verb;

/** Steps that no procedure writes down, because the planner alone knows where they are needed. */
final class OwnSteps {
    static final ProcedureStep WITHDRAW_HOSTING = step("withdraw-hosting", new Verb.WithdrawHosting(), 5, 2);
    static final ProcedureStep WITHDRAW_INSIDE =
            step("withdraw-hosting", new Verb.WithdrawHosting(), 5, 2, Outage.INSIDE);
    static final ProcedureStep GRANT_HOSTING = step("grant-hosting", new Verb.GrantHosting(), 5, 2);
    static final ProcedureStep AWAIT_HOST = step("await-host", new Verb.AwaitHost(), 120, 60);
    static final ProcedureStep STOP_GROUP =
            step("stop-group", new Verb.StopGroup(Verb.Selector.whole()), 10, 10, Outage.BEGINS);
    static final ProcedureStep START_GROUP =
            step("start-group", new Verb.StartGroup(Verb.Selector.whole()), 10, 10, Outage.ENDS);

    private OwnSteps() {}

    /** The question before the last node without the patch, which is the only quick way back. */
    static ProcedureStep goNoGo(String question) {
        return new ProcedureStep(
                "go-no-go",
                new Verb.Confirm(question),
                Where.OPERATOR,
                Duration.ofDays(7),
                Duration.ZERO,
                By.OPERATOR,
                Optional.of(question),
                AfterDoubt.ASK,
                Outage.NONE);
    }

    /** What takes back what this installation has done, in as much time. */
    static ProcedureStep downgrade(ProcedureStep install) {
        return new ProcedureStep(
                Step.DOWNGRADE,
                new Verb.Downgrade(),
                Where.NODE,
                install.deadline(),
                install.expected(),
                By.DRIVER,
                Optional.empty(),
                AfterDoubt.REPEAT,
                install.outage());
    }

    private static ProcedureStep step(String id, Verb verb, int deadlineMinutes, int expectedSeconds) {
        return step(id, verb, deadlineMinutes, expectedSeconds, Outage.NONE);
    }

    private static ProcedureStep step(String id, Verb verb, int deadlineMinutes, int expectedSeconds, Outage outage) {
        return new ProcedureStep(
                id,
                verb,
                Where.ANY_NODE,
                Duration.ofMinutes(deadlineMinutes),
                Duration.ofSeconds(expectedSeconds),
                By.DRIVER,
                Optional.empty(),
                AfterDoubt.REPEAT,
                outage);
    }
}
