package understudy.core.site;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import understudy.core.model.Ordered;

/**
 * What comes before what.
 *
 * @param waves in their order; each member stands in exactly one
 * @param failures members of the whole site that may fail before nobody else is begun
 * @param limits how many members of a pool may be away at once, where it is not one
 * @param procedure the site procedure by which the waves were made or judged
 * @param notices what a person should know before the run starts, a sentence each
 * @param approvers 2 where a yes counts only when two different people have said it (four eyes); empty means that one is enough
 */
public record SitePlan(
        List<Wave> waves,
        int failures,
        Map<String, Integer> limits,
        Optional<String> procedure,
        List<String> notices,
        Optional<Integer> approvers) {
    public SitePlan {
        waves = List.copyOf(waves);
        limits = Ordered.copy(limits);
        notices = List.copyOf(notices);
        Set<MemberName> known = new HashSet<>();
        for (Wave wave : waves) {
            for (SiteMember member : wave.members()) {
                if (!known.add(member.name())) {
                    throw new IllegalArgumentException("The member " + member.name()
                            + " stands in more than one wave: name it in one of them only.");
                }
            }
        }
    }

    /** One of waves alone. */
    public SitePlan(List<Wave> waves, int failures) {
        this(waves, failures, Map.of(), Optional.empty(), List.of(), Optional.empty());
    }

    /** Two people have to answer. */
    public boolean fourEyes() {
        return approvers.filter(people -> people > 1).isPresent();
    }

    public Stream<SiteMember> members() {
        return waves.stream().flatMap(wave -> wave.members().stream());
    }

    /** Members that share their clients and go together, more than one in each list. */
    public List<List<SiteMember>> together() {
        return SiteBarrier.pools(this);
    }

    /** The others of its pool, where they go together: all offline before one is patched, all patched before one is online. */
    public List<MemberName> partners(MemberName member) {
        return SiteBarrier.pools(this).stream()
                .map(pool -> pool.stream().map(SiteMember::name).toList())
                .filter(pool -> pool.contains(member))
                .flatMap(List::stream)
                .filter(name -> !name.equals(member))
                .toList();
    }

    int limit(String pool) {
        return limits.getOrDefault(pool, 1);
    }
}
