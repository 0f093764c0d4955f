package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import understudy.core.model.RunId;
import understudy.core.run.Event;
import understudy.core.site.MemberName;
import understudy.core.site.MemberState;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteMachine;
import understudy.core.site.SiteState;
import understudy.core.site.Wave;

/**
 * What happened to a site: each member with its own run and its outages, and the totals.
 *
 * @param result empty while it goes on
 * @param outage the sum of all measured outages of all members
 */
public record SiteReport(
        String run,
        String site,
        Optional<String> result,
        String note,
        Instant from,
        Instant until,
        List<MemberRow> members,
        int outages,
        Duration outage) {
    /** One member. */
    public record MemberRow(
            String member,
            String wave,
            MemberState.Standing standing,
            Optional<String> run,
            String note,
            int outages,
            Duration outage) {}

    /**
     * Reads it from the journals.
     *
     * @param journal the events of a member's run
     */
    public static SiteReport of(List<SiteEvent> events, BiFunction<RunId, MemberName, List<Event>> journal) {
        SiteState state = SiteMachine.replay(events);
        var header = state.header().orElseThrow();
        List<MemberRow> rows = new ArrayList<>();
        for (Wave wave : header.plan().waves()) {
            wave.members().forEach(member -> rows.add(row(wave, member.name(), state, journal)));
        }
        return new SiteReport(
                header.run().value(),
                header.site(),
                state.ending().map(end -> end.result().name()),
                state.ending().map(SiteEvent.SiteEnded::note).orElse("It has not ended."),
                events.getFirst().at(),
                events.getLast().at(),
                List.copyOf(rows),
                rows.stream().mapToInt(MemberRow::outages).sum(),
                rows.stream().map(MemberRow::outage).reduce(Duration.ZERO, Duration::plus));
    }

    private static MemberRow row(
            Wave wave, MemberName name, SiteState state, BiFunction<RunId, MemberName, List<Event>> journal) {
        MemberState known = state.member(name);
        List<Event.OutageMeasured> outages = known.run().stream()
                .flatMap(run -> journal.apply(run, name).stream())
                .filter(Event.OutageMeasured.class::isInstance)
                .map(Event.OutageMeasured.class::cast)
                .toList();
        return new MemberRow(
                name.value(),
                wave.name(),
                known.standing(),
                known.run().map(RunId::value),
                known.note(),
                outages.size(),
                outages.stream()
                        .map(each -> Duration.between(each.from(), each.until()))
                        .reduce(Duration.ZERO, Duration::plus));
    }
}
