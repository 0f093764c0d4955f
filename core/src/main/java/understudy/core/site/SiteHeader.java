package understudy.core.site;

import java.util.Optional;
import understudy.core.model.RunId;

/**
 * The first line of a site run's journal.
 *
 * @param format of the journal; old formats stay readable for ever
 * @param inputs hash of what was read; a run is not resumed with changed ones
 * @param by who started it
 */
public record SiteHeader(int format, RunId run, String site, String inputs, SitePlan plan, Optional<String> by) {
    /** The format that this release writes. */
    public static final int FORMAT = 1;

    public SiteHeader {
        if (format < 1 || format > FORMAT) {
            throw new IllegalArgumentException("The journal of site run " + run + " has format " + format
                    + ", which this release cannot read: use the release that wrote it, or a newer one.");
        }
    }
}
