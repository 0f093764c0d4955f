package understudy.core.site;

import java.util.List;
import java.util.Optional;
import understudy.core.model.MaintenanceWindow;

/**
 * One cluster of a site, as far as its place among the others goes.
 *
 * @param pool what it shares its clients with, such as a load balancer: never two of one pool at once unless their wave says so
 * @param windows when it may be begun, each in its own time zone; empty means always
 */
public record SiteMember(MemberName name, Optional<String> pool, List<MaintenanceWindow> windows) {
    public SiteMember {
        windows = List.copyOf(windows);
    }
}
