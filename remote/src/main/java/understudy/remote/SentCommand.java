package understudy.remote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A command on its way to a node, as an audit may keep it: without the text that it reads.
 *
 * @param node the node's name in the inventory
 * @param account who it runs as there
 * @param arguments the program and its arguments
 * @param script what may be told of what it reads
 * @param startedAt when it was given to us
 */
public record SentCommand(
        String node, String account, List<String> arguments, Optional<ScriptNote> script, Instant startedAt) {
    public SentCommand {
        arguments = List.copyOf(arguments);
    }
}
