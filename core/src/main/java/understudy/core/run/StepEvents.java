package understudy.core.run;

import java.time.Instant;
import java.util.Optional;
import understudy.core.model.ActionId;
import understudy.core.model.StepId;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;

/** How a step's beginning, its end and what forbids it change a run; what is stale, twice or out of its turn does not count. */
final class StepEvents {
    private StepEvents() {}

    static State began(State now, Event.StepBegan began) {
        StepId step = began.action().step();
        Optional<Attempts> tried = Optional.ofNullable(now.attempts().get(step));
        boolean due = now.walk().isNext(step)
                && !now.isUnderWay(step)
                && isOurs(now, began.action())
                && began.action().attempt() == tried.map(Attempts::count).orElse(0) + 1;
        if (!due) {
            return now;
        }
        Attempts next = tried.map(before -> before.begunAgain(began.at(), began.boot()))
                .orElseGet(() -> Attempts.first(began.at(), began.boot()));
        return now.tried(step, next).unblocked(step);
    }

    static State ended(State now, Event.StepEnded ended) {
        StepId step = ended.action().step();
        Optional<Attempts> tried = Optional.ofNullable(now.attempts().get(step))
                .filter(attempt -> attempt.isUnderWay()
                        && attempt.count() == ended.action().attempt()
                        && isOurs(now, ended.action()));
        if (tried.isEmpty()) {
            return now;
        }
        State next = now.tried(step, tried.get().ended(ended.result(), ended.at()));
        return switch (ended.result()) {
            case StepResult.Succeeded() -> succeeded(next, step, ended.at());
            case StepResult.Failed _, StepResult.Unknown _ ->
                next.walking(next.walk().missed(step)).timed(next.clock().missed());
        };
    }

    static State succeeded(State now, StepId id, Instant at) {
        boolean isNew = Optional.ofNullable(now.attempts().get(id))
                .filter(tried -> tried.successes() > 1)
                .isEmpty();
        Optional<Step> step = now.walk().step(id);
        LastNodes last = new LastNodes(now, now.header().orElseThrow().policy());
        State.Clock ended = now.clock().rowEnded();
        State.Clock clock = step.filter(last::isOwn).isPresent() ? ended : ended.progressedAt(at);
        State next = now.walking(now.walk().succeeded(id, isNew)).timed(clock);
        boolean once = step.filter(StepEvents::isOnlyOurKnowledge).isPresent();
        return once ? next.doneOnce(id) : next;
    }

    /** Steps whose having been done no look at the cluster shows. */
    private static boolean isOnlyOurKnowledge(Step step) {
        return switch (step.verb()) {
            case Verb.Fetch _,
                    Verb.Prepare _,
                    Verb.Check _,
                    Verb.Confirm _,
                    Verb.Restart _,
                    Verb.SiteCommand _,
                    Verb.Downgrade _ -> true;
            case Verb.HoldService held -> held.state() == Verb.ServiceState.RESTARTED;
            case Verb.KeepSetting kept -> !kept.giveBack();
            // Taken down as one for a while, and not on its way to another node: that it was we who did it, nobody
            // sees.
            case Verb.StopGroup _, Verb.StartGroup _ -> step.destination().isEmpty();
            case Verb.HoldRivals _,
                    Verb.Install _,
                    Verb.Drain _,
                    Verb.Release _,
                    Verb.Verify _,
                    Verb.AwaitHost _,
                    Verb.HandOver _,
                    Verb.UpgradeGroup _,
                    Verb.LeaveCluster _,
                    Verb.RejoinCluster _,
                    Verb.WithdrawHosting _,
                    Verb.GrantHosting _,
                    Verb.GiveBack _ -> false;
        };
    }

    static State blocked(State now, Event.GuardsBlocked blocked) {
        if (!now.walk().isNext(blocked.step())) {
            return now;
        }
        State next = Passing.byItself(blocked.findings())
                ? now
                : now.walking(now.walk().lookingAgain());
        return next.blocked(blocked.step(), new State.Block(blocked.at(), blocked.findings()));
    }

    private static boolean isOurs(State now, ActionId action) {
        return action.run().equals(now.header().orElseThrow().run());
    }
}
