package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Operation;

/**
 * An outage taken apart: what the cluster did in it, and what remains unexplained.
 *
 * @param operations in the order in which they began; some may have begun before the outage or ended after it
 * @param unexplained the part of the outage in which no operation was under way
 * @param gap a sentence where the history could not be read whole, so that more may be explained than is shown here
 * @param advice what would shorten the next one; empty where nothing is known that would
 */
public record Dissection(
        List<Operation> operations, Duration unexplained, Optional<String> gap, Optional<String> advice) {
    /**
     * Pacemaker asks systemd only two seconds after a start or a stop whether it is done (Pacemaker 2.1; measured: 2.2 s for each of
     * systemd:dovecot, 0.9 to 1.2 s by ocf:heartbeat:dovecot).
     */
    private static final Duration SYSTEMD_POLL = Duration.ofSeconds(2);

    public Dissection {
        operations = List.copyOf(operations);
    }

    static Dissection of(Instant from, Instant until, List<Operation> operations, Optional<String> gap) {
        return new Dissection(operations, uncovered(from, until, operations), gap, advice(operations));
    }

    private static Duration uncovered(Instant from, Instant until, List<Operation> operations) {
        Duration uncovered = Duration.ZERO;
        Instant covered = from;
        for (Operation operation : operations.stream()
                .sorted(Comparator.comparing(Operation::began))
                .toList()) {
            Instant began = operation.began().isBefore(until) ? operation.began() : until;
            if (began.isAfter(covered)) {
                uncovered = uncovered.plus(Duration.between(covered, began));
            }
            covered = operation.ended().isAfter(covered) ? operation.ended() : covered;
        }
        return covered.isBefore(until) ? uncovered.plus(Duration.between(covered, until)) : uncovered;
    }

    private static Optional<String> advice(List<Operation> operations) {
        List<Operation> slow = operations.stream()
                .filter(operation -> operation.agent().startsWith("systemd:")
                        && operation.took().compareTo(SYSTEMD_POLL) >= 0)
                .toList();
        if (slow.isEmpty()) {
            return Optional.empty();
        }
        String agents =
                String.join(", ", slow.stream().map(Operation::agent).distinct().toList());
        return Optional.of("Pacemaker looks after a systemd service only every 2 s, which " + agents + " paid "
                + (slow.size() == 1 ? "once" : slow.size() + " times")
                + " here: an OCF agent for it, where there is one, makes the next outage shorter.");
    }
}
