package understudy.driver.exchange.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One case of the table {@code scenarios/exchange/contract.txt}: a cluster, and operations one after the other with what comes of each.
 *
 * @param lines as they stand in the table, without what came
 */
record Contract(String title, Shape shape, List<String> lines) {
    static final Path FILE = Path.of("../../scenarios/exchange/contract.txt");
    private static final String TITLE = "case ";

    static List<Contract> all() throws IOException {
        List<Contract> all = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith(TITLE) && !block.isEmpty()) {
                all.add(of(block));
                block.clear();
            }
            if (!line.isBlank() && !line.startsWith("#")) {
                block.add(line);
            }
        }
        all.add(of(block));
        return all;
    }

    private static Contract of(List<String> block) {
        return new Contract(
                block.getFirst().substring(TITLE.length()),
                Shape.read(block.get(1)),
                List.copyOf(block.subList(2, block.size())));
    }

    Operation operation(String line) {
        return Operation.read(line.split("->", 2)[0]);
    }

    /** As the table has it. */
    List<String> written(List<String> results) {
        List<String> written = new ArrayList<>(List.of(TITLE + title, shape.toString()));
        written.addAll(results);
        return written;
    }

    @Override
    public String toString() {
        return title;
    }
}
