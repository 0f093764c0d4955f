package understudy.driver.exchange.contract;

import java.util.Arrays;
import java.util.List;
import understudy.core.model.Patch;
import understudy.driver.exchange.trial.Patches;
import understudy.emulated.classic.Product;
import understudy.emulated.world.Build;

/**
 * A cluster to begin with, the same on both sides: NODEA, NODEB and so on, a server on each of the first, the cluster group on the last.
 *
 * @param servicePack else it is an update rollup for SP1 that is installed, or a hotfix
 */
record Shape(int nodes, int servers, boolean servicePack, Kind kind) {
    /** A server without a cluster is node and server at once. */
    private static final String ALONE = "MAIL1";

    Shape(int nodes, int servers, boolean servicePack) {
        this(nodes, servers, servicePack, Kind.SINGLE_COPY);
    }

    /** As the table has it: {@code 3 nodes, 1 server, service pack}, or {@code 2 nodes, 1 server, rollup, replicated}. */
    static Shape read(String text) {
        var words = text.strip().split(", ");
        return new Shape(
                number(words[0]),
                number(words[1]),
                words[2].equals("service pack"),
                words.length < 4
                        ? Kind.SINGLE_COPY
                        : Arrays.stream(Kind.values())
                                .filter(kind -> kind.word().equals(words[3]))
                                .findFirst()
                                .orElseThrow());
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring(0, text.indexOf(' ')));
    }

    boolean isOld() {
        return kind.product().isPresent();
    }

    /** The patch gives each server a version of its own, besides that of the binaries. */
    boolean upgradesServers() {
        return servicePack
                && switch (kind) {
                    case SINGLE_COPY, REPLICATED, EXCHANGE_2003 -> true;
                    case EXCHANGE_2000, EXCHANGE_55, ALONE, ALONE_2003, ALONE_2000, ALONE_55 -> false;
                };
    }

    /** What newer binaries have started does not start on older ones. */
    boolean isFenced() {
        return servicePack || (isOld() && !kind.isInPlace());
    }

    Build from() {
        return kind.product().map(Product::installed).orElse(servicePack ? Build.RTM : Build.SP1);
    }

    Build to() {
        return kind.product()
                .map(old -> servicePack ? old.servicePack() : old.fix())
                .orElse(servicePack ? Build.SP1 : Build.SP1_ROLLUP1);
    }

    Patch patch() {
        if (kind.product().isPresent()) {
            var old = kind.product().get();
            return Patches.old(oldProcedure(), servicePack ? old.servicePackPath() : old.fixPath());
        }
        var procedure = kind.platform() + "/" + kind.clusterKind() + "-";
        return servicePack ? Patches.servicePack(procedure + "service-pack") : Patches.rollup(procedure + "rollup");
    }

    private String oldProcedure() {
        return kind.platform()
                + switch (kind) {
                    case EXCHANGE_2000 -> "/active-passive";
                    case EXCHANGE_55 -> servicePack ? "/cluster-service-pack" : "/cluster-fix";
                    case EXCHANGE_2003 -> servicePack ? "/cluster-service-pack" : "/cluster-hotfix";
                    case SINGLE_COPY, REPLICATED, ALONE, ALONE_2003, ALONE_2000, ALONE_55 -> "/stand-alone";
                };
    }

    /** The management host asks for no service before it holds it. */
    List<String> seenServices() {
        return isOld() ? List.of() : List.of("SysmonLog", "MOM");
    }

    String node(int at) {
        return kind.isAlone() ? ALONE : "NODE" + (char) ('A' + at);
    }

    String server(int at) {
        return kind.isAlone() ? ALONE : (isOld() ? "EVS" : "EXCLUS") + (at + 1);
    }

    @Override
    public String toString() {
        return nodes
                + (nodes == 1 ? " node, " : " nodes, ")
                + servers
                + (servers == 1 ? " server, " : " servers, ")
                + (servicePack ? "service pack" : isOld() ? "hotfix" : "rollup")
                + (kind.word().isEmpty() ? "" : ", " + kind.word());
    }
}
