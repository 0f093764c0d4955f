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
    private static final Product OLD = Product.EXCHANGE_2003;

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
        return kind == Kind.EXCHANGE_2003;
    }

    Build from() {
        if (isOld()) {
            return OLD.installed();
        }
        return servicePack ? Build.RTM : Build.SP1;
    }

    Build to() {
        if (isOld()) {
            return servicePack ? OLD.servicePack() : OLD.fix();
        }
        return servicePack ? Build.SP1 : Build.SP1_ROLLUP1;
    }

    Patch patch() {
        if (isOld()) {
            return servicePack
                    ? Patches.old("exchange-2003/cluster-service-pack", OLD.servicePackPath())
                    : Patches.old("exchange-2003/cluster-hotfix", OLD.fixPath());
        }
        var procedure = kind.platform() + "/" + kind.clusterKind() + "-";
        return servicePack ? Patches.servicePack(procedure + "service-pack") : Patches.rollup(procedure + "rollup");
    }

    /** The management host asks for no service before it holds it. */
    List<String> seenServices() {
        return isOld() ? List.of() : List.of("SysmonLog", "MOM");
    }

    String node(int at) {
        return "NODE" + (char) ('A' + at);
    }

    String server(int at) {
        return (isOld() ? "EVS" : "EXCLUS") + (at + 1);
    }

    @Override
    public String toString() {
        return nodes + " nodes, " + servers + (servers == 1 ? " server, " : " servers, ")
                + (servicePack ? "service pack" : isOld() ? "hotfix" : "rollup")
                + (kind.word().isEmpty() ? "" : ", " + kind.word());
    }
}
