package understudy.core.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Ordered;

/**
 * What the site's own programs have said: who is against what, and what was listed.
 *
 * @param refusals by what they stand against
 * @param listings what was listed for a comparison, the first one from before
 */
public record SiteChecks(Map<String, Refusal> refusals, Map<String, List<String>> listings) {
    /** So long a program that says no is asked again before a person is. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * A program says no.
     *
     * @param since empty where a person has said that it is to be asked again
     * @param round how often a person has said so
     */
    public record Refusal(Optional<Instant> since, String reason, int round) {
        boolean isOver(Instant now) {
            return since.filter(from -> !now.isBefore(from.plus(PATIENCE))).isPresent();
        }
    }

    public SiteChecks {
        refusals = Ordered.copy(refusals);
        listings = Ordered.copy(listings);
    }

    static SiteChecks none() {
        return new SiteChecks(Map.of(), Map.of());
    }

    /** What stands against it, if it does so long enough that a person is asked. */
    Optional<Refusal> lasting(String what, Instant now) {
        return Optional.ofNullable(refusals.get(what)).filter(refusal -> refusal.isOver(now));
    }

    /** Whether this is known already. */
    public boolean knows(String what, String reason) {
        Refusal known = refusals.get(what);
        return known != null && known.since().isPresent() && known.reason().equals(reason);
    }

    List<String> listed(String comparison) {
        return listings.getOrDefault(comparison, List.of());
    }

    SiteChecks refused(String what, String reason, Instant at) {
        Refusal before = refusals.getOrDefault(what, new Refusal(Optional.empty(), "", 0));
        return with(what, new Refusal(before.since().or(() -> Optional.of(at)), reason, before.round()));
    }

    /** A person wants it to be asked again. */
    SiteChecks again(String what) {
        Refusal before = refusals.get(what);
        return before == null ? this : with(what, new Refusal(Optional.empty(), before.reason(), before.round() + 1));
    }

    /** It has begun, so that nobody stands against it any more. */
    SiteChecks passed(String what) {
        if (!refusals.containsKey(what)) {
            return this;
        }
        Map<String, Refusal> fewer = new LinkedHashMap<>(refusals);
        fewer.remove(what);
        return new SiteChecks(fewer, listings);
    }

    SiteChecks withListing(String comparison, String listing) {
        Map<String, List<String>> more = new LinkedHashMap<>(listings);
        List<String> mine = new ArrayList<>(listed(comparison));
        mine.add(listing);
        more.put(comparison, List.copyOf(mine));
        return new SiteChecks(refusals, more);
    }

    /** What stood against anything is asked anew. */
    SiteChecks forgiven() {
        return new SiteChecks(Map.of(), listings);
    }

    private SiteChecks with(String what, Refusal refusal) {
        Map<String, Refusal> more = new LinkedHashMap<>(refusals);
        more.put(what, refusal);
        return new SiteChecks(more, listings);
    }
}
