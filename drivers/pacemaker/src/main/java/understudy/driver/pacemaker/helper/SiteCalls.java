package understudy.driver.pacemaker.helper;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a site's own files let the driver call beside its own commands.
 *
 * @param plain commands that are run as they stand: proofs that a node is ready, proofs of the site's own steps
 * @param warm paths that are read beforehand
 * @param jobs commands that are run as jobs: the site's own steps
 * @param rivals units that are held off
 */
public record SiteCalls(List<List<String>> plain, List<String> warm, List<List<String>> jobs, List<String> rivals) {
    /** Of a site that names no rivals. */
    public SiteCalls(List<List<String>> plain, List<String> warm, List<List<String>> jobs) {
        this(plain, warm, jobs, List.of());
    }

    public SiteCalls {
        rivals = List.copyOf(rivals);
        plain = plain.stream().map(List::copyOf).distinct().toList();
        warm = List.copyOf(warm);
        jobs = jobs.stream().map(List::copyOf).distinct().toList();
        Stream.of(
                        plain.stream().flatMap(List::stream),
                        warm.stream(),
                        rivals.stream(),
                        jobs.stream().flatMap(List::stream))
                .flatMap(words -> words)
                .filter(word -> !CallPattern.canName(word))
                .findFirst()
                .ifPresent(odd -> {
                    throw new IllegalArgumentException(
                            "A sudo rule can name printable ASCII only, and the inventory or the procedure has the word \""
                                    + odd + "\": write that command into a script on the nodes, and name the script.");
                });
    }

    /** A site that has said nothing. */
    public static SiteCalls none() {
        return new SiteCalls(List.of(), List.of(), List.of());
    }
}
