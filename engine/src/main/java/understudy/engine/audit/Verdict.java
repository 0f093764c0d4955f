package understudy.engine.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import understudy.core.model.RunId;
import understudy.engine.ports.CommandAudit.Seal;

/**
 * Whether an audit is what was written.
 *
 * @param end how many lines it has, and the hash of the last: kept elsewhere, it proves this very audit
 * @param flaws what is wrong with it, in the order of its lines; none where it is well
 */
public record Verdict(Seal end, List<Flaw> flaws) {
    public Verdict {
        flaws = List.copyOf(flaws);
    }

    /**
     * Judges the lines of an audit.
     *
     * @param run whose it has to be, where that is known
     * @param seals what the run's journal knows of it; without them nobody can tell whether its end was cut off or all of it written anew
     */
    public static Verdict of(List<String> lines, Optional<RunId> run, List<Seal> seals) {
        Links.Found found = Links.in(lines);
        List<Flaw> flaws = new ArrayList<>(found.flaws());
        run.ifPresent(expected -> otherRun(found.lines(), expected).ifPresent(flaws::addFirst));
        sealed(found, lines.size(), seals).ifPresent(flaws::add);
        String head = found.lines().isEmpty()
                ? Chain.BEGINNING
                : found.lines().getLast().hash();
        return new Verdict(new Seal(lines.size(), head), flaws);
    }

    private static Optional<Flaw> otherRun(List<AuditLine> lines, RunId expected) {
        return lines.stream()
                .filter(line -> line.entry() instanceof AuditEntry.Opened opened
                        && !opened.run().equals(expected.value()))
                .findFirst()
                .map(line -> new Flaw(
                        Flaw.Kind.OTHER_RUN,
                        line.line(),
                        "It is the audit of run " + ((AuditEntry.Opened) line.entry()).run() + ", not of " + expected
                                + "."));
    }

    /** The furthest seal tells of a cut, the first that does not hold of a rewriting. */
    private static Optional<Flaw> sealed(Links.Found found, int lines, List<Seal> seals) {
        long last = found.lines().stream().mapToLong(AuditLine::line).max().orElse(0);
        Optional<Seal> furthest =
                seals.stream().max(Comparator.comparingLong(Seal::lines)).filter(seal -> seal.lines() > last);
        if (furthest.isPresent()) {
            return Optional.of(new Flaw(
                    Flaw.Kind.CUT_OFF,
                    lines + 1L,
                    "The end was cut off behind line " + lines + ": the run's journal knows of "
                            + furthest.get().lines() + " lines."));
        }
        return !found.flaws().isEmpty()
                ? Optional.empty()
                : seals.stream()
                        .filter(seal -> !holds(found.lines(), seal))
                        .findFirst()
                        .map(seal -> new Flaw(
                                Flaw.Kind.REWRITTEN,
                                seal.lines(),
                                "The lines up to " + seal.lines()
                                        + " were written anew: the run's journal knows another hash of line "
                                        + seal.lines() + "."));
    }

    private static boolean holds(List<AuditLine> lines, Seal seal) {
        return lines.stream()
                .anyMatch(line -> line.line() == seal.lines() && line.hash().equals(seal.head()));
    }
}
