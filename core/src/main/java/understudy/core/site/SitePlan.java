package understudy.core.site;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What comes before what.
 *
 * @param waves in their order; each member stands in exactly one
 * @param failures members of the whole site that may fail before nobody else is begun
 */
public record SitePlan(List<Wave> waves, int failures) {
    public SitePlan {
        waves = List.copyOf(waves);
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
}
