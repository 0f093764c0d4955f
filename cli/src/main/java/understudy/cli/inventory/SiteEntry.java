package understudy.cli.inventory;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Ordered;
import understudy.core.site.MemberName;
import understudy.core.site.SitePlan;

/**
 * One site of the inventory.
 *
 * @param patches what single members get instead of the site's patch
 */
public record SiteEntry(SitePlan plan, Map<MemberName, Path> patches) {
    public SiteEntry {
        patches = Ordered.copy(patches);
    }

    /** The member's own patch; empty where it gets the site's. */
    public Optional<Path> patch(MemberName member) {
        return Optional.ofNullable(patches.get(member));
    }
}
