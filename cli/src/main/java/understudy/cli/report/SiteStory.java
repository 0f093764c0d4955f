package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import understudy.cli.report.SiteReport.Asked;
import understudy.cli.report.SiteReport.MemberRow;
import understudy.cli.report.SiteReport.Stay;
import understudy.cli.report.SiteReport.WaveRow;
import understudy.core.model.RunId;
import understudy.core.site.Confirmation;
import understudy.core.site.MemberName;
import understudy.core.site.MemberOutage;
import understudy.core.site.MemberState;
import understudy.core.site.MemberState.Standing;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteHeader;
import understudy.core.site.SiteMachine;
import understudy.core.site.SiteMember;
import understudy.core.site.SiteState;
import understudy.core.site.Wave;

/** Reads a site's journal once, and makes the report of it. */
public final class SiteStory {
    private final BiFunction<RunId, MemberName, List<MemberOutage>> underWay;
    private final Map<MemberName, List<Stay>> stays = new LinkedHashMap<>();
    private final Map<MemberName, Map<RunId, List<MemberOutage>>> outages = new LinkedHashMap<>();
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final List<Sitting> sittings = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private SiteState state = SiteState.empty();
    private Instant from = Instant.EPOCH;
    private Instant latest = Instant.EPOCH;

    private SiteStory(BiFunction<RunId, MemberName, List<MemberOutage>> underWay) {
        this.underWay = underWay;
    }

    /**
     * The report.
     *
     * @param underWay what was measured so far in the run of a member that has not ended
     */
    public static SiteReport of(List<SiteEvent> events, BiFunction<RunId, MemberName, List<MemberOutage>> underWay) {
        SiteStory story = new SiteStory(underWay);
        events.forEach(story::hear);
        return story.report();
    }

    private void hear(SiteEvent event) {
        sit(event);
        state = SiteMachine.apply(state, event);
        switch (event) {
            case SiteEvent.MemberBegan began ->
                stays.computeIfAbsent(began.member(), _ -> new ArrayList<>())
                        .add(new Stay(began.at(), Optional.empty(), Optional.empty()));
            case SiteEvent.MemberEnded ended -> end(ended);
            case SiteEvent.SiteAsked question ->
                asked.put(
                        question.question().id(),
                        new Asked(
                                question.at(),
                                question.question().id(),
                                question.question().text(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
            case SiteEvent.SiteProven proven -> prove(proven);
            case SiteEvent.SiteWarned warned -> warnings.add(warned.sentence());
            case SiteEvent.SiteAnswered answer ->
                asked.computeIfPresent(answer.question(), (_, open) -> answered(open, answer));
            case SiteEvent.SiteOpened _,
                    SiteEvent.SitePassed _,
                    SiteEvent.MemberHeld _,
                    SiteEvent.MemberLetOn _,
                    SiteEvent.MemberCalledBack _,
                    SiteEvent.SiteRefused _,
                    SiteEvent.SiteListed _,
                    SiteEvent.SiteEnded _,
                    SiteEvent.Wish _ -> {}
        }
    }

    /** What a command has proven stands among what was asked, because it stands for an answer. */
    private void prove(SiteEvent.SiteProven proven) {
        String text = state.header().orElseThrow().plan().waves().stream()
                .flatMap(wave -> wave.confirmations().stream())
                .filter(each -> each.id().equals(proven.confirmation()))
                .map(Confirmation::text)
                .findFirst()
                .orElse(proven.confirmation());
        asked.put(
                "confirm/" + proven.confirmation(),
                new Asked(
                        proven.at(),
                        "confirm/" + proven.confirmation(),
                        text,
                        Optional.of(true),
                        Optional.of("the owner's command" + (proven.said().isBlank() ? "" : ": " + proven.said())),
                        Optional.of(proven.at())));
    }

    /** What was compared, each in a sentence. */
    private List<String> compared() {
        return state.header().orElseThrow().plan().waves().stream()
                .flatMap(wave -> wave.comparisons().stream())
                .flatMap(each -> each.result(state.checks()).stream())
                .toList();
    }

    /** What lies between an end and the resumption after it belongs to no sitting. */
    private void sit(SiteEvent event) {
        boolean first = sittings.isEmpty();
        boolean again =
                event instanceof SiteEvent.SiteResumeAsked && state.ending().isPresent();
        from = first ? event.at() : from;
        latest = event.at();
        if (first || again) {
            sittings.add(new Sitting(event.at(), event.at()));
        } else if (state.ending().isEmpty()) {
            sittings.set(sittings.size() - 1, new Sitting(sittings.getLast().from(), event.at()));
        }
    }

    private void end(SiteEvent.MemberEnded ended) {
        List<Stay> mine = stays.computeIfAbsent(ended.member(), _ -> new ArrayList<>());
        if (!mine.isEmpty()) {
            mine.set(
                    mine.size() - 1,
                    new Stay(mine.getLast().from(), Optional.of(ended.at()), Optional.of(ended.result())));
        }
        state.member(ended.member())
                .run()
                .ifPresent(run -> outages.computeIfAbsent(ended.member(), _ -> new LinkedHashMap<>())
                        .put(run, ended.outages()));
    }

    private static Asked answered(Asked open, SiteEvent.SiteAnswered answer) {
        return new Asked(
                open.at(),
                open.id(),
                open.text(),
                Optional.of(answer.yes()),
                Optional.of(answer.by()),
                Optional.of(answer.at()));
    }

    private SiteReport report() {
        SiteHeader header = state.header().orElseThrow();
        List<Wave> waves = header.plan().waves();
        List<MemberRow> rows = waves.stream()
                .flatMap(wave -> wave.members().stream().map(member -> row(wave, member)))
                .toList();
        return new SiteReport(
                header.run().value(),
                header.site(),
                header.plan().procedure(),
                header.by(),
                state.ending().map(end -> end.result().name()),
                state.ending().map(SiteEvent.SiteEnded::note).orElse("It has not ended."),
                from,
                latest,
                List.copyOf(sittings),
                header.plan().notices(),
                waves.stream().map(this::row).toList(),
                rows,
                List.copyOf(asked.values()),
                PoolOutages.of(header.plan(), rows),
                compared(),
                List.copyOf(warnings),
                rows.stream().mapToInt(MemberRow::outages).sum(),
                rows.stream().map(MemberRow::outage).reduce(Duration.ZERO, Duration::plus));
    }

    private WaveRow row(Wave wave) {
        List<Standing> standings = wave.members().stream()
                .map(member -> state.member(member.name()).standing())
                .toList();
        return new WaveRow(
                wave.name(),
                wave.tier(),
                standings.size(),
                (int) standings.stream().filter(Standing.DONE::equals).count(),
                (int) standings.stream().filter(Standing::isFailure).count(),
                (int) standings.stream().filter(Standing.SKIPPED::equals).count());
    }

    private MemberRow row(Wave wave, SiteMember member) {
        MemberState known = state.member(member.name());
        Map<RunId, List<MemberOutage>> mine = new LinkedHashMap<>(outages.getOrDefault(member.name(), Map.of()));
        if (known.standing() == Standing.UNDER_WAY) {
            known.run().ifPresent(run -> mine.put(run, underWay.apply(run, member.name())));
        }
        List<MemberOutage> measured =
                mine.values().stream().flatMap(List::stream).toList();
        return new MemberRow(
                member.name().value(),
                wave.name(),
                member.role(),
                known.standing(),
                known.run().map(RunId::value),
                known.note(),
                known.finding(),
                List.copyOf(stays.getOrDefault(member.name(), List.of())),
                measured,
                measured.stream().map(MemberOutage::length).reduce(Duration.ZERO, Duration::plus));
    }
}
