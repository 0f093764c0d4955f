package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.cli.view.Spans;
import understudy.core.site.MemberOutage;
import understudy.core.site.MemberResult;
import understudy.core.site.MemberState;

/**
 * What happened to a site: each member with its own run, when it was under way and its outages; who answered what; the totals.
 *
 * @param procedure the site procedure that made the waves
 * @param by who started it
 * @param result empty while it goes on
 * @param latest the journal's last event
 * @param sittings when a process carried it
 * @param compared what was listed before and behind a tier, a sentence each
 * @param warnings what came to nothing for which the run did not wait
 * @param outage the sum of all measured outages of all members
 */
public record SiteReport(
        String run,
        String site,
        Optional<String> procedure,
        Optional<String> by,
        Optional<String> result,
        String note,
        Instant from,
        Instant latest,
        List<Sitting> sittings,
        List<String> notices,
        List<WaveRow> waves,
        List<MemberRow> members,
        List<Asked> questions,
        List<PoolRow> pools,
        List<String> compared,
        List<String> warnings,
        int outages,
        Duration outage) {
    /** One wave: how many it has, and how many of them are done, have failed and were left out. */
    public record WaveRow(String wave, String tier, int members, int done, int failed, int skipped) {}

    /**
     * One member.
     *
     * @param finding what nobody has explained about it, though it is done
     * @param stays when it was under way, once for each time that it was begun
     * @param measured its outages, by the clock of its own run
     */
    public record MemberRow(
            String member,
            String wave,
            Optional<String> role,
            MemberState.Standing standing,
            Optional<String> run,
            String note,
            Optional<String> finding,
            List<Stay> stays,
            List<MemberOutage> measured,
            Duration outage) {
        public int outages() {
            return measured.size();
        }
    }

    /**
     * Members that share their clients and went together.
     *
     * @param outage in which none of them served, by their own outages
     */
    public record PoolRow(String pool, List<String> members, Duration outage) {
        /** What their clients have noticed. */
        public String sentence() {
            return "Together, sharing the clients of " + pool + ": " + String.join(", ", members) + "; "
                    + (outage.isZero()
                            ? "at no time did none of them serve."
                            : "none of them served for " + Spans.of(outage) + ".");
        }
    }

    /**
     * A time in which a member was under way.
     *
     * @param until empty while it is
     */
    public record Stay(Instant from, Optional<Instant> until, Optional<MemberResult> result) {}

    /**
     * A question of the site's run with what was said last.
     *
     * @param yes empty while nobody has answered
     */
    public record Asked(
            Instant at,
            String id,
            String text,
            Optional<Boolean> yes,
            Optional<String> by,
            Optional<Instant> answered) {}
}
