package understudy.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import understudy.cli.OfficeSite;
import understudy.cli.inventory.Inventory;
import understudy.core.model.RunId;
import understudy.core.site.MemberName;
import understudy.core.site.MemberResult;
import understudy.core.site.MemberState.Standing;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteResult;
import understudy.core.site.SiteState;
import understudy.engine.journal.StateStore;

/** The site of eleven members by a clock of its own: windows open and close, and somebody cannot be reached. */
class SiteNightsTest {
    private static final Instant EVENING = Instant.parse("2026-01-03T22:00:00Z");
    private static final RunId RUN = new RunId("nights");

    @TempDir
    private Path folder;

    @Test
    void whatDoesNotFitIntoTheWindowWaitsForTheNextNightInItsOwnZone() throws Exception {
        OfficeSite office = OfficeSite.in(folder);
        String zone = "Asia/Tokyo";
        // From 07:00 to 09:00 in Tokyo is from 22:00 to midnight in UTC.
        for (String member : List.of("hub1", "hub2")) {
            office.with(member, "policy: {windows: [{opens: '07:00', length: 2h, zone: " + zone + "}]}");
        }
        try (StateStore store = StateStore.open(office.state())) {
            SiteState end = open(store, office, EVENING);

            assertThat(end.ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
            assertThat(began(store, "hub1").atZone(ZoneId.of(zone)).getHour()).isBetween(7, 8);
            assertThat(Duration.between(EVENING, began(store, "hub1"))).isGreaterThan(Duration.ofHours(20));
            assertThat(Duration.between(began(store, "hub1"), began(store, "hub2")))
                    .as("two hours each: the second one waits for its own night")
                    .isGreaterThan(Duration.ofHours(20));
            OfficeSite.judge(log(store));
        }
    }

    @Test
    void aMemberThatIsLostIsTriedAgainAndTheNextTierWaitsForIt() throws Exception {
        OfficeSite office = OfficeSite.in(folder).with("hub2", "scenario: server-out-of-reach.yaml");
        try (StateStore store = StateStore.open(office.state())) {
            SiteState end = open(store, office, EVENING);

            assertThat(end.ending().orElseThrow().result()).isEqualTo(SiteResult.STOPPED);
            assertThat(end.ending().orElseThrow().note())
                    .startsWith(
                            "hub2 was out of reach 3 times, and what comes after it waits: is the rest to go on without"
                                    + " it?");
            assertThat(results(store, "hub2")).containsExactly(MemberResult.AWAY, MemberResult.AWAY, MemberResult.AWAY);
            assertThat(end.member(new MemberName("scc")).standing()).isEqualTo(Standing.WAITING);
            assertThat(end.member(new MemberName("hub1")).standing()).isEqualTo(Standing.DONE);
            OfficeSite.judge(log(store));
        }
    }

    private static SiteState open(StateStore store, OfficeSite office, Instant begin) throws InterruptedException {
        NightClock night = new NightClock(begin);
        Assignment.Words words = new Assignment.Words(office.inventory(), "office", Optional.empty(), Optional.empty());
        return new SiteOffice(store, new SiteOffice.Clock(night, Duration.ofMillis(2)))
                .open(
                        RUN,
                        words,
                        Inventory.read(office.inventory()),
                        new MemberOffice.Manner(true, "alice", NightClock::silent),
                        night);
    }

    private static String log(StateStore store) {
        return new SiteRows(store, RUN).replay().stream().map(SiteRows::write).collect(Collectors.joining("\n"));
    }

    private static Instant began(StateStore store, String member) {
        return new SiteRows(store, RUN)
                .replay().stream()
                        .filter(event -> event instanceof SiteEvent.MemberBegan began
                                && began.member().value().equals(member))
                        .map(SiteEvent::at)
                        .findFirst()
                        .orElseThrow();
    }

    private static List<MemberResult> results(StateStore store, String member) {
        return new SiteRows(store, RUN)
                .replay().stream()
                        .filter(event -> event instanceof SiteEvent.MemberEnded ended
                                && ended.member().value().equals(member))
                        .map(event -> ((SiteEvent.MemberEnded) event).result())
                        .collect(Collectors.toList());
    }
}
