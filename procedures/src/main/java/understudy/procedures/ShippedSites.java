package understudy.procedures;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import understudy.core.site.SiteProcedure;

/** The site procedures that come with the program. */
public final class ShippedSites {
    private static final List<String> IDS = List.of("site/exchange-2000", "site/exchange-2003", "site/exchange-2007");

    private ShippedSites() {}

    /** Their ids, in the order in which a list shows them. */
    public static List<String> ids() {
        return IDS;
    }

    /** The site procedure of that id; empty if none of that id ships. */
    public static Optional<SiteProcedure> find(String id) {
        return IDS.contains(id)
                ? Optional.of(SiteProcedureFile.read(Path.of(id + ".yaml"), Shipped.text(id)))
                : Optional.empty();
    }
}
