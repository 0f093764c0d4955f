package understudy.driver.exchange.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the two clusters are known to answer differently, and why it is left so; each is a line of
 * {@code scenarios/exchange/contract-differences.txt}.
 *
 * @param word of the operation
 * @param emulated what then comes of it on the emulated cluster, and {@code simulated} on the simulated one
 */
record Difference(String id, String word, Pattern emulated, Pattern simulated, String why) {
    private static final Path FILE = Path.of("../../scenarios/exchange/contract-differences.txt");

    static List<Difference> all() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" +\\| +", 5))
                .map(words -> new Difference(
                        words[0], words[1], Pattern.compile(words[2]), Pattern.compile(words[3]), words[4]))
                .toList();
    }

    static Optional<Difference> of(List<Difference> known, Operation operation, Both both) {
        return known.stream()
                .filter(one -> one.word().equals(operation.word())
                        && one.emulated().matcher(both.emulated().toString()).matches()
                        && one.simulated().matcher(both.simulated().toString()).matches())
                .findFirst();
    }
}
