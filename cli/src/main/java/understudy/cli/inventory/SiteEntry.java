package understudy.cli.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Ordered;
import understudy.core.site.MemberName;
import understudy.core.site.SitePlan;
import understudy.engine.site.SitePrograms;

/**
 * One site of the inventory.
 *
 * @param patches what single members get instead of the site's patch
 */
public record SiteEntry(SitePlan plan, Map<MemberName, Path> patches, Programs programs) {
    public SiteEntry {
        patches = Ordered.copy(patches);
    }

    /**
     * The owner's programs for the site as a whole.
     *
     * @param proofs by the confirmation that each proves
     * @param listings by the comparison for which each lists something
     */
    public record Programs(
            List<SiteHookEntry> hooks, Map<String, CommandEntry> proofs, Map<String, CommandEntry> listings) {
        public Programs {
            hooks = List.copyOf(hooks);
            proofs = Ordered.copy(proofs);
            listings = Ordered.copy(listings);
        }
    }

    /** A hook of the site. */
    public record SiteHookEntry(String name, List<SitePrograms.Moment> when, CommandEntry command) {
        public SiteHookEntry {
            when = List.copyOf(when);
        }
    }

    /** The member's own patch; empty where it gets the site's. */
    public Optional<Path> patch(MemberName member) {
        return Optional.ofNullable(patches.get(member));
    }
}
