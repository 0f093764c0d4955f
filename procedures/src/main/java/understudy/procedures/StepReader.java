package understudy.procedures;

import java.time.Duration;
import java.util.Optional;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.ProcedureStep.AfterDoubt;
import understudy.core.procedure.ProcedureStep.By;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.ProcedureStep.Where;
import understudy.core.procedure.Verb;
import understudy.documents.Fields;

/** Reads one step of a procedure and gives it the defaults that are right for its verb. */
final class StepReader {
    private static final Duration USUALLY = Duration.ofSeconds(5);

    private StepReader() {}

    static ProcedureStep read(Fields fields) {
        String id = fields.text("id");
        Verb verb = VerbReader.read(fields);
        Optional<Where> where = fields.optional("where", key -> fields.choice(key, Where.class));
        Duration deadline = fields.duration("deadline");
        Duration expected = fields.optional("expected", fields::duration).orElse(USUALLY);
        By by = fields.optional("by", key -> fields.choice(key, By.class)).orElse(By.DRIVER);
        Optional<String> instruction = fields.optionalText("instruction");
        Optional<AfterDoubt> afterDoubt = fields.optional("afterDoubt", key -> fields.choice(key, AfterDoubt.class));
        Outage outage = fields.optional("outage", key -> fields.choice(key, Outage.class))
                .orElse(Outage.NONE);
        if (by == By.OPERATOR && instruction.isEmpty()) {
            fields.reject("by", "a step by the operator needs an \"instruction\" that says what to do");
        }
        fields.end();
        // Only now: the verb of a broken step is a stand-in that must not be looked into.
        return new ProcedureStep(
                id,
                verb,
                where.orElseGet(() -> usualPlace(verb)),
                deadline,
                expected,
                by,
                instruction,
                afterDoubt.orElseGet(() -> usualAfterDoubt(verb)),
                outage);
    }

    private static Where usualPlace(Verb verb) {
        return switch (verb) {
            case Verb.HandOver() -> Where.ANY_NODE;
            case Verb.Prepare(), Verb.AwaitHost(), Verb.UpgradeGroup() -> Where.DESTINATION;
            case Verb.StopGroup _, Verb.StartGroup _, Verb.WithdrawHosting _, Verb.GrantHosting _ -> Where.ANY_NODE;
            case Verb.Confirm _ -> Where.OPERATOR;
            case Verb.Fetch _,
                    Verb.Install _,
                    Verb.Downgrade _,
                    Verb.Restart _,
                    Verb.Drain _,
                    Verb.Release _,
                    Verb.Verify _,
                    Verb.LeaveCluster _,
                    Verb.RejoinCluster _,
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.GiveBack _,
                    Verb.Check _,
                    Verb.SiteCommand _ -> Where.NODE;
        };
    }

    /** What changes nothing, or has the same end however often it is done, may be repeated after doubt; the rest asks. */
    private static AfterDoubt usualAfterDoubt(Verb verb) {
        return switch (verb) {
            case Verb.Install _, Verb.Restart _, Verb.UpgradeGroup _, Verb.SiteCommand _, Verb.Confirm _ ->
                AfterDoubt.ASK;
            case Verb.Fetch _,
                    Verb.Downgrade _,
                    Verb.Drain _,
                    Verb.Release _,
                    Verb.Verify _,
                    Verb.Prepare _,
                    Verb.AwaitHost _,
                    Verb.HandOver _,
                    Verb.StopGroup _,
                    Verb.StartGroup _,
                    Verb.LeaveCluster _,
                    Verb.RejoinCluster _,
                    Verb.WithdrawHosting _,
                    Verb.GrantHosting _,
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.GiveBack _,
                    Verb.Check _ -> AfterDoubt.REPEAT;
        };
    }
}
