package understudy.driver.pacemaker.packages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import understudy.core.model.Change;

/**
 * Where the packages could be had from that a patch replaces.
 *
 * @param offered what {@code apt-cache madison} has printed of them
 * @param archives the names of the files in apt's own cache
 * @param repack the node can pack anew what is installed
 */
public record OldVersions(String offered, String archives, boolean repack) {
    /** Why the node could not be taken back; empty where it could. */
    public Optional<String> missing(List<Change> changes) {
        if (repack) {
            return Optional.empty();
        }
        Set<String> sources = offered.lines()
                .map(line -> line.split("\\|", 3))
                .filter(fields -> fields.length == 3)
                .map(fields -> fields[0].strip() + "=" + fields[1].strip())
                .collect(Collectors.toSet());
        Set<String> files = archives.lines().collect(Collectors.toSet());
        List<String> missing = changes.stream()
                .filter(change -> !change.from().isEmpty())
                .filter(change -> !sources.contains(bare(change) + "=" + change.from()) && !isCached(change, files))
                .map(change -> change.component() + " " + change.from())
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(sentence(missing));
    }

    private static boolean isCached(Change change, Set<String> files) {
        String begin = bare(change) + "_" + change.from().replace(":", "%3a") + "_";
        return files.stream().anyMatch(file -> file.startsWith(begin) && file.endsWith(".deb"));
    }

    private static String bare(Change change) {
        return change.component().replaceFirst(":.*", "");
    }

    private static String sentence(List<String> missing) {
        String shown = String.join(", ", missing.subList(0, Math.min(3, missing.size())));
        String more = missing.size() > 3 ? " and " + (missing.size() - 3) + " more" : "";
        return "no source has " + shown + more + " any more, and dpkg-repack is not installed";
    }
}
