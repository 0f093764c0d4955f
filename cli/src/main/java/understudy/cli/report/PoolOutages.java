package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import understudy.cli.report.SiteReport.MemberRow;
import understudy.cli.report.SiteReport.PoolRow;
import understudy.core.site.MemberOutage;
import understudy.core.site.SiteMember;
import understudy.core.site.SitePlan;

/** Measures what the clients of a pool have noticed whose members went together: the time in which none of them served. */
final class PoolOutages {
    private PoolOutages() {}

    private record Span(Instant from, Instant until) {
        boolean isEmpty() {
            return !from.isBefore(until);
        }
    }

    static List<PoolRow> of(SitePlan plan, List<MemberRow> rows) {
        return plan.together().stream()
                .map(pool -> new PoolRow(
                        pool.getFirst().pool().orElseThrow(),
                        pool.stream().map(member -> member.name().value()).toList(),
                        outage(pool, rows)))
                .toList();
    }

    private static Duration outage(List<SiteMember> pool, List<MemberRow> rows) {
        List<Span> nobody = List.of(new Span(Instant.MIN, Instant.MAX));
        for (SiteMember member : pool) {
            nobody = both(nobody, spans(member, rows));
        }
        return nobody.stream()
                .map(span -> Duration.between(span.from(), span.until()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Span> spans(SiteMember member, List<MemberRow> rows) {
        List<Span> spans = new ArrayList<>();
        rows.stream()
                .filter(row -> row.member().equals(member.name().value()))
                .flatMap(row -> row.measured().stream())
                .sorted(java.util.Comparator.comparing(MemberOutage::from))
                .forEach(outage -> add(spans, new Span(outage.from(), outage.until())));
        return spans;
    }

    /** What overlaps is one span: of several groups one is enough that a member does not serve. */
    private static void add(List<Span> spans, Span next) {
        boolean goesOn =
                !spans.isEmpty() && !next.from().isAfter(spans.getLast().until());
        Span before = goesOn ? spans.removeLast() : next;
        spans.add(new Span(before.from(), later(before.until(), next.until())));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Span> both(List<Span> one, List<Span> other) {
        return one.stream()
                .flatMap(mine -> other.stream()
                        .map(theirs -> new Span(
                                later(mine.from(), theirs.from()),
                                mine.until().isBefore(theirs.until()) ? mine.until() : theirs.until())))
                .filter(span -> !span.isEmpty())
                .toList();
    }
}
