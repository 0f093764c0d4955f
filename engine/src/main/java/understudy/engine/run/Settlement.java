package understudy.engine.run;

import java.util.List;
import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.LedgerEntry;
import understudy.core.run.Action;
import understudy.core.run.Event;
import understudy.core.run.RunResult;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Outcome;

/** The end of a run: gives back what may be given back, keeps the rest with the command by hand, gives the lock up. */
final class Settlement {
    private final Crew crew;

    Settlement(Crew crew) {
        this.crew = crew;
    }

    RunEnding end(Action.Finish finish) {
        crew.outages().write();
        List<LedgerEntry> open = crew.ledger().open().reversed();
        int kept = 0;
        for (LedgerEntry entry : open) {
            kept += isGivenBack(entry, finish.result()) ? 0 : 1;
        }
        crew.outages().write();
        Outcome unlocked = crew.lock().giveUp();
        if (unlocked instanceof Outcome.Failed(Finding why)) {
            crew.recorder().record(new Event.Warned(crew.time().instant(), why));
        }
        if (unlocked instanceof Outcome.Unknown(Finding why)) {
            crew.recorder().record(new Event.Warned(crew.time().instant(), why));
        }
        String sentence = kept == 0
                ? finish.sentence()
                : finish.sentence() + " " + kept + " of our changes stay on the cluster: see `understudy by-hand "
                        + crew.recorder().state().header().orElseThrow().run() + "`.";
        crew.audit().recordSealed(new Event.RunEnded(crew.time().instant(), finish.result(), sentence));
        return new RunEnding(finish.result(), sentence, crew.recorder().state());
    }

    private boolean isGivenBack(LedgerEntry entry, RunResult result) {
        Optional<String> reason = switch (crew.eyes().current()) {
            case Observation.NotSeen(Finding why) -> Optional.of(why.sentence());
            case Observation.Seen(ClusterSnapshot seen) ->
                Release.forbids(entry, seen)
                        .or(() -> OldPackages.keeps(
                                entry, seen, result, crew.recorder().state().targets()))
                        .or(() -> notGivenBack(entry));
        };
        if (reason.isEmpty()) {
            crew.ledger().returned(entry);
            return true;
        }
        crew.recorder().record(new Event.LedgerKept(crew.time().instant(), entry, reason.get()));
        return false;
    }

    private Optional<String> notGivenBack(LedgerEntry entry) {
        Outcome outcome;
        try {
            outcome = crew.driver().giveBack(entry);
        } catch (RuntimeException escaped) {
            return Optional.of("Giving it back broke off: " + Sentences.of(escaped));
        } finally {
            crew.eyes().acted();
        }
        return switch (outcome) {
            case Outcome.Succeeded _ -> Optional.empty();
            case Outcome.Failed(Finding why) -> Optional.of(why.sentence());
            case Outcome.Unknown(Finding why) -> Optional.of(why.sentence());
        };
    }
}
