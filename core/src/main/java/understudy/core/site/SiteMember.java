package understudy.core.site;

import java.util.List;
import java.util.Optional;
import understudy.core.model.MaintenanceWindow;

/**
 * One cluster of a site, as far as its place among the others goes; a stand-alone server is a cluster of one node.
 *
 * @param pool what it shares its clients with, such as a load balancer: never more of one pool at once than it allows, unless their wave
 *     says so
 * @param windows when it may be begun, each in its own time zone; empty means always
 * @param role by which it has its place in the site's procedure
 * @param witnessOf clusters in which it has a vote: it is never away while one of them is, nor begun while one of them is in doubt
 */
public record SiteMember(
        MemberName name,
        Optional<String> pool,
        List<MaintenanceWindow> windows,
        Optional<String> role,
        List<MemberName> witnessOf) {
    public SiteMember {
        windows = List.copyOf(windows);
        witnessOf = List.copyOf(witnessOf);
    }

    /** One of a site that has no roles. */
    public SiteMember(MemberName name, Optional<String> pool, List<MaintenanceWindow> windows) {
        this(name, pool, windows, Optional.empty(), List.of());
    }
}
