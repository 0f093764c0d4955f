package understudy.core.site;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What comes before what among servers and clusters of several roles, as data.
 *
 * @param id such as {@code site/exchange-2007}
 * @param tiers in their order
 */
public record SiteProcedure(String id, String title, List<Tier> tiers) {
    public SiteProcedure {
        tiers = List.copyOf(tiers);
        Set<String> names = new HashSet<>();
        Set<String> roles = new HashSet<>();
        for (Tier tier : tiers) {
            if (!names.add(tier.name())) {
                throw new IllegalArgumentException("two tiers are called \"" + tier.name() + "\"");
            }
            for (String role : tier.roles()) {
                if (!roles.add(role)) {
                    throw new IllegalArgumentException("the role \"" + role + "\" stands in two tiers");
                }
            }
        }
    }

    /** The place of the tier of whichever of these roles comes first; empty where it knows none of them. */
    public Optional<Integer> place(List<String> roles) {
        for (int place = 0; place < tiers.size(); place++) {
            if (tiers.get(place).roles().stream().anyMatch(roles::contains)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** Every role that it knows, in order. */
    public List<String> roles() {
        return tiers.stream().flatMap(tier -> tier.roles().stream()).toList();
    }
}
