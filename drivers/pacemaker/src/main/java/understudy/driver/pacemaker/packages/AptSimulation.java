package understudy.driver.pacemaker.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import understudy.core.model.Change;

/**
 * What {@code apt-get --simulate} says it would do.
 *
 * @param removed packages that would go
 * @param keptBack packages that are offered newer and would stay as they are
 * @param errors what apt complains of
 */
public record AptSimulation(List<Change> changes, List<String> removed, List<String> keptBack, List<String> errors) {
    private static final Pattern INSTALL =
            Pattern.compile("Inst (\\S+) (?:\\[(\\S+)] )?\\((\\S+) [^\\[]*\\[(\\S+?)]\\).*");
    private static final Pattern REMOVE = Pattern.compile("(?:Remv|Purg) (\\S+) .*");
    private static final Pattern URI =
            Pattern.compile("'\\S+' ([a-z0-9][a-z0-9+.-]*)_\\S+?_([a-z0-9]+)\\.deb ([0-9]{1,15}).*");
    private static final String KEPT = "The following packages have been kept back:";

    public AptSimulation {
        changes = List.copyOf(changes);
        removed = List.copyOf(removed);
        keptBack = List.copyOf(keptBack);
        errors = List.copyOf(errors);
    }

    /**
     * @param simulated what {@code --simulate} printed, errors included
     * @param uris what {@code --print-uris} printed, for the sizes
     * @param architecture the node's own
     */
    public static AptSimulation parse(String simulated, String uris, String architecture) {
        Map<String, Long> sizes = sizes(uris, architecture);
        List<Change> changes = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        boolean inKept = false;
        for (String line : simulated.lines().limit(100_000).toList()) {
            inKept = line.equals(KEPT) || (inKept && line.startsWith(" "));
            if (inKept && line.startsWith(" ")) {
                kept.addAll(List.of(line.strip().split("\\s+")));
            }
            if (line.startsWith("E: ")) {
                errors.add(line.substring(3));
            }
            var remove = REMOVE.matcher(line);
            if (remove.matches()) {
                removed.add(remove.group(1));
            }
            var install = INSTALL.matcher(line);
            if (install.matches()) {
                var name = name(install.group(1), install.group(4), architecture);
                var from = install.group(2);
                changes.add(new Change(name, from == null ? "" : from, install.group(3), sizes.getOrDefault(name, 0L)));
            }
        }
        changes.sort(java.util.Comparator.comparing(Change::component));
        return new AptSimulation(changes, removed, kept, errors);
    }

    /** The bytes that would be fetched or read. */
    public long bytes() {
        return changes.stream().mapToLong(Change::bytes).sum();
    }

    private static Map<String, Long> sizes(String uris, String architecture) {
        Map<String, Long> sizes = new HashMap<>();
        uris.lines()
                .limit(100_000)
                .map(URI::matcher)
                .filter(java.util.regex.Matcher::matches)
                .forEach(
                        uri -> sizes.put(name(uri.group(1), uri.group(2), architecture), Long.parseLong(uri.group(3))));
        return sizes;
    }

    private static String name(String name, String of, String own) {
        var bare = name.replaceFirst(":.*", "");
        return of.equals(own) || of.equals("all") ? bare : bare + ":" + of;
    }
}
