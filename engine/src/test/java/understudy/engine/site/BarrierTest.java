package understudy.engine.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.RunId;
import understudy.core.run.Hold;
import understudy.core.site.MemberName;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteHeader;
import understudy.core.site.SiteMember;
import understudy.core.site.SitePlan;
import understudy.core.site.SiteResult;
import understudy.core.site.SiteState;
import understudy.core.site.Wave;

/** Members that go together pass each hold when all of them are there, wherever our process ends. */
@Timeout(120)
class BarrierTest {
    private static final List<String> WEBS = List.of("web1", "web2", "web3");

    private final List<SiteEvent> journal = new CopyOnWriteArrayList<>();
    private HeldMembers members = new HeldMembers();
    private int appendsLeft = Integer.MAX_VALUE;

    @Test
    void nobodyLeavesAHoldBeforeAllAreThere() throws Exception {
        SiteState end = run().open(header());

        assertThat(end.ending().orElseThrow().result()).isEqualTo(SiteResult.FINISHED);
        assertTogether("");
    }

    @Test
    void killedAtEveryAppendNobodyIsAheadAndNobodyIsForgotten() throws Exception {
        run().open(header());
        int appends = journal.size();
        for (int kill = 1; kill < appends; kill++) {
            begin();
            appendsLeft = kill;
            SiteState end = resumed();

            String where = "killed at append " + kill + ": " + members.log;
            assertThat(end.ending().orElseThrow().result()).as(where).isEqualTo(SiteResult.FINISHED);
            assertTogether(where);
        }
    }

    @Test
    void killedBeforeEveryWordToAMemberItIsSaidByTheNextProcess() throws Exception {
        for (int words = 0; words < 3 * WEBS.size(); words++) {
            begin();
            members.killAfterWords(words);
            SiteState end = resumed();

            String where = "killed after " + words + " words: " + members.log;
            assertThat(end.ending().orElseThrow().result()).as(where).isEqualTo(SiteResult.FINISHED);
            assertTogether(where);
        }
    }

    @Test
    void whereOneFailsBeforeThePatchTheOthersComeBackWhereverWeAreKilled() throws Exception {
        for (int kill = 2; kill < 40; kill++) {
            begin();
            members.failsBefore.put("web2", Hold.OFFLINE);
            appendsLeft = kill;
            SiteState end = resumed();

            String where = "killed at append " + kill + ": " + members.log;
            assertThat(end.ending().orElseThrow().result()).as(where).isEqualTo(SiteResult.STOPPED);
            assertThat(members.log).as(where).contains("web1 back from OFFLINE", "web3 back from OFFLINE");
            assertThat(members.log).as(where).noneMatch(line -> line.endsWith("leaves OFFLINE"));
            assertThat(end.member(new MemberName("web1")).note())
                    .as(where)
                    .isEqualTo("Called back, because web2 failed, and nobody of its pool is patched without it. It came"
                            + " back.");
        }
    }

    @Test
    void whereOneFailsInThePatchTheOthersComeOnlineWithoutIt() throws Exception {
        members.failsBefore.put("web2", Hold.ONLINE);
        run().open(header());

        assertThat(members.log).contains("web1 leaves ONLINE", "web3 leaves ONLINE");
        assertThat(journal)
                .filteredOn(event -> event instanceof SiteEvent.MemberLetOn on && on.place() == Hold.ONLINE)
                .extracting(event -> ((SiteEvent.MemberLetOn) event).reason())
                .containsExactly(
                        "web2 failed, so that it goes on without it", "web2 failed, so that it goes on without it");
    }

    private void begin() {
        journal.clear();
        members = new HeldMembers();
    }

    private SiteState resumed() throws InterruptedException {
        try {
            return run().open(header());
        } catch (HeldMembers.Killed _) {
            appendsLeft = Integer.MAX_VALUE;
            members.die();
        }
        return journal.isEmpty() ? run().open(header()) : run().resume();
    }

    private void assertTogether(String where) {
        for (Hold hold : Hold.values()) {
            int last = WEBS.stream()
                    .mapToInt(web -> members.log.indexOf(web + " at " + hold))
                    .max()
                    .orElseThrow();
            int first = WEBS.stream()
                    .mapToInt(web -> members.log.indexOf(web + " leaves " + hold))
                    .min()
                    .orElseThrow();
            assertThat(first).as(hold + ", " + where).isGreaterThan(last);
        }
    }

    private static SiteHeader header() {
        List<SiteMember> members = Stream.of("web1", "web2", "web3")
                .map(name -> new SiteMember(new MemberName(name), Optional.of("balancer"), List.of()))
                .toList();
        Wave wave = new Wave("front", "front", members, 1, true, false, Duration.ZERO, 0);
        return new SiteHeader(1, new RunId("site"), "office", "x", new SitePlan(List.of(wave), 0), Optional.of("bob"));
    }

    private SiteRun run() {
        return new SiteRun(
                new Journal(),
                members.forThisProcess(),
                SitePrograms.none(),
                (_, _) -> {},
                new SiteRun.Manner(true, "bob", InstantSource.system()));
    }

    private final class Journal implements SiteJournal {
        @Override
        public void append(List<? extends SiteEvent> events) {
            if (appendsLeft-- <= 0) {
                throw new HeldMembers.Killed();
            }
            journal.addAll(events);
        }

        @Override
        public List<SiteEvent> replay() {
            return List.copyOf(journal);
        }

        @Override
        public Bell bell(Runnable ring) {
            return () -> {};
        }

        @Override
        public List<SiteEvent.Wish> wishes() {
            return List.of();
        }
    }
}
