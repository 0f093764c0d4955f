package understudy.engine.run;

import java.util.Optional;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Outcome;

/** Makes what another run has marked this run's own, named by a person: from then on it is in this run's ledger (safety rule 8). */
final class Adoption {
    private final Crew crew;
    private final RunId heir;

    Adoption(Crew crew, RunId heir) {
        this.crew = crew;
        this.heir = heir;
    }

    /** Adopts every mark of that run; says why where the cluster could not be seen. */
    Optional<Finding> of(RunId old) {
        return switch (crew.eyes().look()) {
            case Observation.NotSeen(Finding why) -> Optional.of(why);
            case Observation.Seen(ClusterSnapshot seen) -> {
                seen.marks().stream()
                        .filter(mark -> mark.run().equals(old) && mark.kind() != LedgerEntry.Kind.LOCK)
                        .forEach(this::adopt);
                yield Optional.empty();
            }
        };
    }

    /** In the ledger before the mark is ours, so that there is no moment in which it is nobody's. */
    private void adopt(Mark mark) {
        LedgerEntry entry =
                crew.driver().handbook().entry(new Mark(mark.entry(), heir, mark.kind(), mark.node(), mark.group()));
        crew.ledger().open(entry);
        switch (outcome(mark)) {
            case Outcome.Succeeded _ -> {}
            case Outcome.Failed(Finding why) -> {
                crew.ledger().returned(entry);
                warn(why);
            }
            case Outcome.Unknown(Finding why) -> warn(why);
        }
        crew.eyes().acted();
    }

    private Outcome outcome(Mark mark) {
        try {
            return crew.driver().adopt(mark, heir);
        } catch (RuntimeException escaped) {
            return new Outcome.Unknown(Finding.warning(
                    "ADOPTION-BROKE-OFF",
                    mark.entry(),
                    "Whether " + mark.entry() + " of run " + mark.run() + " was adopted is not known: "
                            + Sentences.of(escaped),
                    "Look which run's mark it carries now."));
        }
    }

    private void warn(Finding why) {
        crew.recorder().record(new Event.Warned(crew.time().instant(), why));
    }
}
