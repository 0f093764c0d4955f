package understudy.driver.exchange.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import understudy.core.model.Patch;
import understudy.emulated.classic.OldTiming;
import understudy.emulated.classic.OldWorld;
import understudy.emulated.classic.OldWorlds;
import understudy.emulated.classic.Product;
import understudy.emulated.world.WorldClock;

/**
 * One procedure for Exchange before 2007 on one cluster; each is a line of {@code scenarios/exchange/classic-trials.txt}.
 *
 * @param servers virtual servers; 0 for a server without a cluster
 * @param asks the installers ask for a restart
 * @param outages how many there are to be
 * @param cuts how many cuts the tests tagged {@code long} try at most; 0 for none
 */
record ClassicCase(
        String name, Product product, int nodes, int servers, boolean asks, String procedure, int outages, int cuts) {
    private static final Path LINES = Path.of("../../scenarios/exchange/classic-trials.txt");

    static List<ClassicCase> all() throws IOException {
        return Files.readAllLines(LINES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" +"))
                .map(words -> new ClassicCase(
                        words[0],
                        Product.valueOf(words[1]),
                        Integer.parseInt(words[2]),
                        Integer.parseInt(words[3]),
                        words[4].equals("asks"),
                        words[5],
                        Integer.parseInt(words[6]),
                        Integer.parseInt(words[7])))
                .toList();
    }

    static ClassicCase named(String name) throws IOException {
        return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** The same by another procedure. */
    ClassicCase by(String other) {
        return new ClassicCase(name, product, nodes, servers, asks, other, outages, cuts);
    }

    static List<ClassicCase> toBeCut() throws IOException {
        return all().stream().filter(one -> one.cuts() > 0).toList();
    }

    Path golden() {
        return Path.of("../../scenarios/exchange/classic-" + name + ".txt");
    }

    OldWorld world(WorldClock clock) {
        var world = servers == 0
                ? OldWorlds.alone(product, OldTiming.usual(), clock)
                : OldWorlds.cluster(product, nodes, servers, OldTiming.usual(), clock);
        world.installerAsksForRestart(asks);
        return world;
    }

    boolean isFix() {
        return procedure.contains("fix");
    }

    String installer() {
        return isFix() ? product.fixPath() : product.servicePackPath();
    }

    Patch patch() {
        return patch(installer());
    }

    Patch patch(String path) {
        return Patches.old(procedure, path);
    }

    String platform() {
        return procedure.substring(0, procedure.indexOf('/'));
    }

    @Override
    public String toString() {
        return name;
    }
}
