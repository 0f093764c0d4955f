package understudy.driver.exchange.contract;

import understudy.core.model.Patch;
import understudy.driver.exchange.trial.Patches;
import understudy.emulated.world.Build;

/**
 * A single copy cluster to begin with, the same on both sides: NODEA, NODEB and so on, EXCLUS1, EXCLUS2 and so on each on one of the first,
 * the cluster group on the last.
 *
 * @param servicePack else it is an update rollup for SP1 that is installed
 */
record Shape(int nodes, int servers, boolean servicePack) {
    /** As the table has it: {@code 3 nodes, 1 server, service pack}. */
    static Shape read(String text) {
        var words = text.strip().split("[ ,]+");
        return new Shape(Integer.parseInt(words[0]), Integer.parseInt(words[2]), words[4].equals("service"));
    }

    Build from() {
        return servicePack ? Build.RTM : Build.SP1;
    }

    Build to() {
        return servicePack ? Build.SP1 : Build.SP1_ROLLUP1;
    }

    Patch patch() {
        return servicePack
                ? Patches.servicePack("exchange-2007/scc-service-pack")
                : Patches.rollup("exchange-2007/scc-rollup");
    }

    String node(int at) {
        return "NODE" + (char) ('A' + at);
    }

    String server(int at) {
        return "EXCLUS" + (at + 1);
    }

    @Override
    public String toString() {
        return nodes + " nodes, " + servers + (servers == 1 ? " server, " : " servers, ")
                + (servicePack ? "service pack" : "rollup");
    }
}
