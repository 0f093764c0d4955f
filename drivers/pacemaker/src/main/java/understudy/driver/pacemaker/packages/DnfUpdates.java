package understudy.driver.pacemaker.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import understudy.core.model.Change;

/**
 * What {@code dnf check-update} lists. Written to the tool's documented output; it has not been tried on a live system, so that nothing
 * is installed by dnf yet.
 */
public final class DnfUpdates {
    private static final Pattern UPDATE = Pattern.compile("(\\S+\\.(?:[a-z0-9_]+))\\s+(\\S+)\\s+(\\S+)\\s*");

    private DnfUpdates() {}

    /** The changes; what follows {@code Obsoleting Packages} is not an update. */
    public static List<Change> parse(String listed, PackageDatabase installed) {
        List<Change> changes = new ArrayList<>();
        for (String line : listed.lines().limit(100_000).toList()) {
            if (line.startsWith("Obsoleting")) {
                break;
            }
            var update = UPDATE.matcher(line);
            if (update.matches()) {
                changes.add(new Change(
                        update.group(1), installed.version(update.group(1)).orElse(""), update.group(2), 0));
            }
        }
        return changes;
    }
}
