package understudy.driver.exchange.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same operations on the emulated and on the simulated cluster, and the same outcomes: what the table says, or a difference that is listed with
 * its reason. What came is written into the table with {@code -Dunderstudy.write=true}.
 */
@Timeout(60)
class ContractTest {
    private static final Map<String, List<String>> CAME = new ConcurrentHashMap<>();

    static List<Contract> all() throws IOException {
        return Contract.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void bothAnswerAsTheTableSays(Contract contract) throws Exception {
        List<String> came = new ArrayList<>();
        var known = Difference.all();
        try (var pair = new Pair(contract.shape())) {
            for (String line : contract.lines()) {
                var operation = contract.operation(line);
                var both = pair.does(operation);
                came.add(line(known, operation, both));
                if (!both.sameState()) {
                    assertThat(line)
                            .as("they differ from here on:\n" + both + "\n" + pair.state())
                            .isEqualTo(contract.lines().getLast());
                }
            }
        }
        CAME.put(contract.title(), contract.written(came));
        if (!Boolean.getBoolean("understudy.write")) {
            assertThat(came).isEqualTo(contract.lines());
        }
    }

    private static String line(List<Difference> known, Operation operation, Both both) {
        if (both.agree()) {
            return "  " + operation + " -> " + both.emulated();
        }
        var why = Difference.of(known, operation, both).map(Difference::id).orElse("nobody has said why");
        return "  " + operation + " -> " + both.emulated() + " | " + both.simulated() + " | " + why;
    }

    @Test
    void everyDifferenceIsMetAndSaysWhy() throws IOException {
        var met = Files.readAllLines(Contract.FILE).stream()
                .filter(line -> line.contains(" | "))
                .map(line -> line.substring(line.lastIndexOf('|') + 1).strip())
                .collect(Collectors.toSet());
        assertThat(Difference.all())
                .allSatisfy(one -> assertThat(one.why()).isNotBlank())
                .extracting(Difference::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(met);
    }

    @AfterAll
    static void write() throws IOException {
        if (!Boolean.getBoolean("understudy.write")) {
            return;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(Contract.FILE).stream()
                .takeWhile(line -> line.startsWith("#"))
                .toList());
        var written = new TreeMap<>(CAME);
        for (Contract contract : Contract.all()) {
            lines.add("");
            lines.addAll(written.getOrDefault(contract.title(), contract.written(contract.lines())));
        }
        Files.write(Contract.FILE, lines);
    }
}
