package understudy.procedures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import understudy.core.procedure.Procedure;

/** The procedures that come with the program. */
public final class Shipped {
    private static final List<String> IDS = List.of(
            "pacemaker/rolling",
            "exchange-2007/scc-service-pack",
            "exchange-2007/scc-rollup",
            "exchange-2007/ccr-service-pack",
            "exchange-2007/ccr-rollup",
            "exchange-2007/stand-alone-service-pack",
            "exchange-2007/stand-alone-rollup",
            "exchange-2003/cluster-service-pack",
            "exchange-2003/cluster-hotfix",
            "exchange-2003/stand-alone",
            "exchange-2003/front-end",
            "exchange-2000/active-passive",
            "exchange-2000/active-active",
            "exchange-2000/stand-alone",
            "exchange-5.5/cluster-service-pack",
            "exchange-5.5/cluster-fix",
            "exchange-5.5/stand-alone",
            "exchange-2007/rolling",
            "windows-cluster/rolling");

    private Shipped() {}

    /** Their ids, in the order in which a list shows them. */
    public static List<String> ids() {
        return IDS;
    }

    /** The procedure of that id; empty if none of that id ships. */
    public static Optional<Procedure> find(String id) {
        return IDS.contains(id) ? Optional.of(ProcedureFile.read(Path.of(id + ".yaml"), text(id))) : Optional.empty();
    }

    /** Its file as it was written, with the comments. */
    public static String text(String id) {
        try (InputStream file = Shipped.class.getResourceAsStream("/understudy/procedures/" + id + ".yaml")) {
            if (file == null) {
                throw new IllegalArgumentException("No procedure \"" + id + "\" ships with this release.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
