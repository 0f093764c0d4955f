package understudy.driver.exchange.ready;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import understudy.core.model.Patch;
import understudy.remote.windows.Said;

/**
 * What was found on the nodes and in the organisation.
 *
 * @param nodes what each node that answers has said of Windows on it
 * @param services those that run on each node
 * @param organisation what the directory shows; empty where no node could be asked
 * @param unreached the nodes that cannot fetch lists of revoked certificates
 */
record Found(
        String cluster,
        Patch patch,
        LocalDate today,
        Map<String, Said> nodes,
        Map<String, List<String>> services,
        List<Said> organisation,
        List<String> unreached) {
    /** The value of the registry that holds what is to be replaced when a node starts. */
    static final String PENDING = "PendingFileRenameOperations";

    /** Asks the same of each node; what is against it, one sentence, or nothing. */
    List<Question.Against> onEach(Function<Said, Stream<String>> question) {
        return nodes.entrySet().stream()
                .flatMap(node -> question.apply(node.getValue())
                        .map(sentence -> new Question.Against(node.getKey(), "On " + node.getKey() + " " + sentence)))
                .toList();
    }

    /** A value of the registry on a node, by its name. */
    static String value(Said node, String name) {
        return node.all("value").stream()
                .filter(line -> line.startsWith(name + "\t"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
