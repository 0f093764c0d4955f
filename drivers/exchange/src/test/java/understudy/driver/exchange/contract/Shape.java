package understudy.driver.exchange.contract;

import understudy.core.model.Patch;
import understudy.driver.exchange.trial.Patches;
import understudy.emulated.world.Build;

/**
 * A cluster to begin with, the same on both sides: NODEA, NODEB and so on, EXCLUS1, EXCLUS2 and so on each on one of the first, the cluster
 * group on the last.
 *
 * @param servicePack else it is an update rollup for SP1 that is installed
 * @param replicated each of two nodes has a copy of the data, else there is a single copy
 */
record Shape(int nodes, int servers, boolean servicePack, boolean replicated) {
    private static final String REPLICATED = ", replicated";

    Shape(int nodes, int servers, boolean servicePack) {
        this(nodes, servers, servicePack, false);
    }

    /** As the table has it: {@code 3 nodes, 1 server, service pack}, or {@code 2 nodes, 1 server, rollup, replicated}. */
    static Shape read(String text) {
        var words = text.strip().split("[ ,]+");
        return new Shape(
                Integer.parseInt(words[0]),
                Integer.parseInt(words[2]),
                words[4].equals("service"),
                text.endsWith(REPLICATED));
    }

    /** As the procedures name it. */
    String kind() {
        return replicated ? "ccr" : "scc";
    }

    Build from() {
        return servicePack ? Build.RTM : Build.SP1;
    }

    Build to() {
        return servicePack ? Build.SP1 : Build.SP1_ROLLUP1;
    }

    Patch patch() {
        return servicePack
                ? Patches.servicePack("exchange-2007/" + kind() + "-service-pack")
                : Patches.rollup("exchange-2007/" + kind() + "-rollup");
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
                + (servicePack ? "service pack" : "rollup")
                + (replicated ? REPLICATED : "");
    }
}
