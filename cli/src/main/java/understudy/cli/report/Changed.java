package understudy.cli.report;

import java.time.Instant;
import java.util.Optional;
import understudy.core.model.LedgerEntry;

/**
 * Something that the run changed and had to give back.
 *
 * @param returned when it was given back; empty where it was not, or not yet
 * @param keptBecause why it was not given back
 */
public record Changed(LedgerEntry entry, Instant at, Optional<Instant> returned, Optional<String> keptBecause) {
    Changed returned(Instant when) {
        return new Changed(entry, at, Optional.of(when), Optional.empty());
    }

    Changed kept(String reason) {
        return new Changed(entry, at, Optional.empty(), Optional.of(reason));
    }
}
