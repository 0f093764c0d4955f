package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.RunId;
import understudy.core.site.MemberName;
import understudy.core.site.MemberOutage;
import understudy.core.site.MemberResult;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteHeader;
import understudy.core.site.SiteMember;
import understudy.core.site.SitePlan;
import understudy.core.site.SiteQuestion;
import understudy.core.site.SiteResult;
import understudy.core.site.Wave;

/** The journal of two nights of a site of seven members: one fails, one is out of reach once, one is not explained. */
public final class TestingSiteNight {
    private static final Instant EVENING = Instant.parse("2026-11-21T21:00:00Z");

    private final List<SiteEvent> events = new ArrayList<>();
    private final String word;

    private TestingSiteNight(String word) {
        this.word = word;
    }

    /** @param word stands wherever a cluster or a person may say something */
    public static List<SiteEvent> events(String word) {
        TestingSiteNight night = new TestingSiteNight(word);
        night.play();
        return night.events;
    }

    /** The report of it. */
    public static SiteReport report(String word) {
        return SiteStory.of(events(word), (_, _) -> List.of());
    }

    private void play() {
        SitePlan plan = new SitePlan(
                List.of(
                        wave("client-access-canary", "client-access", "cas1"),
                        wave("client-access", "client-access", "cas2", "cas3"),
                        wave("hub-transport", "hub-transport", "hub1"),
                        wave("mailbox", "mailbox", "scc", "ccr", "four")),
                1,
                Map.of(),
                Optional.of("site/exchange-2007"),
                List.of("Announced outage: cas2, cas3, which share the clients of front, are away all together."),
                Optional.empty());
        events.add(new SiteEvent.SiteOpened(
                EVENING, new SiteHeader(1, new RunId("office-1"), "office", "x", plan, Optional.of("alice"))));
        begin(0, "cas1");
        end(31, "cas1", MemberResult.DONE, outage("web", 12, 900));
        ask(31, "wave/client-access", "Wave client-access with 2 members is next: may it begin?");
        events.add(new SiteEvent.SiteAnswered(at(40), "a1", "wave/client-access", true, "bob"));
        begin(40, "cas2");
        begin(40, "cas3");
        end(66, "cas2", MemberResult.DONE, outage("web", 50, 840));
        end(71, "cas3", MemberResult.AWAY);
        begin(80, "hub1");
        end(112, "hub1", MemberResult.DONE);
        begin(113, "cas3");
        end(140, "cas3", MemberResult.DONE, outage("web", 121, 870));
        begin(141, "scc");
        begin(141, "ccr");
        end(160, "ccr", MemberResult.FAILED, outage("EXCLUS2", 150, 19));
        ask(215, "failures/1", "1 member of the site failed, and 0 may: are the others to go on all the same?");
        events.add(new SiteEvent.MemberEnded(
                at(214),
                new MemberName("scc"),
                MemberResult.DONE,
                "Every node is patched and verified.",
                Optional.of("2 outages were measured where its plan had 1."),
                List.of(outage("EXCLUS1", 180, 312), outage("EXCLUS1", 200, 18))));
        events.add(new SiteEvent.SiteEnded(at(216), SiteResult.STOPPED, "Nobody is there to answer. " + word));
        events.add(new SiteEvent.SiteResumeAsked(at(216 + 24 * 60), "r1", "alice"));
        begin(217 + 24 * 60, "four");
        end(300 + 24 * 60, "four", MemberResult.DONE, outage("EXCLUS3", 250 + 24 * 60, 240));
        ask(301 + 24 * 60, "failures/2", "Is ccr to be left out? " + word);
        events.add(
                new SiteEvent.SiteEnded(at(302 + 24 * 60), SiteResult.STOPPED, "Nobody is there to answer. " + word));
    }

    private Wave wave(String name, String tier, String... members) {
        return new Wave(
                name,
                tier,
                java.util.Arrays.stream(members)
                        .map(member -> new SiteMember(
                                new MemberName(member), Optional.empty(), List.of(), Optional.of(tier), List.of()))
                        .toList(),
                2,
                false,
                true,
                Duration.ZERO,
                0);
    }

    private void begin(int minute, String member) {
        events.add(new SiteEvent.MemberBegan(
                at(minute), new MemberName(member), new RunId("office-1-" + member + "-1a2b3c")));
    }

    private void end(int minute, String member, MemberResult result, MemberOutage... outages) {
        String note =
                result == MemberResult.DONE ? "Every node is patched and verified." : "It went otherwise. " + word;
        events.add(new SiteEvent.MemberEnded(
                at(minute), new MemberName(member), result, note, Optional.empty(), List.of(outages)));
    }

    private void ask(int minute, String id, String text) {
        events.add(new SiteEvent.SiteAsked(at(minute), new SiteQuestion(id, text, true, Optional.empty())));
    }

    private static MemberOutage outage(String group, int minute, int seconds) {
        return new MemberOutage(new GroupId(group), at(minute), at(minute).plusSeconds(seconds));
    }

    private static Instant at(int minute) {
        return EVENING.plus(Duration.ofMinutes(minute));
    }
}
