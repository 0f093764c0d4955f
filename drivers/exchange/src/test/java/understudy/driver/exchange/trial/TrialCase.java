package understudy.driver.exchange.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One procedure on one cluster, to be cut and failed over everywhere; each is a line of {@code scenarios/exchange/trials.txt}.
 *
 * @param kind of the cluster: {@code scc}
 * @param cuts how many cuts the tests tagged {@code long} try at most
 */
record TrialCase(String kind, int nodes, String procedure, int cuts) {
    private static final Path LINES = Path.of("../../scenarios/exchange/trials.txt");

    static List<TrialCase> all() throws IOException {
        return Files.readAllLines(LINES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" +"))
                .map(words -> new TrialCase(words[0], Integer.parseInt(words[1]), words[2], Integer.parseInt(words[3])))
                .toList();
    }
}
