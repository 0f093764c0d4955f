package understudy.remote;

import java.time.Instant;
import java.util.List;

/**
 * A command on its way to a node, as an audit may keep it: without what it reads.
 *
 * @param node the node's name in the inventory
 * @param account who it runs as there
 * @param arguments the program and its arguments
 * @param startedAt when it was given to us
 */
public record SentCommand(String node, String account, List<String> arguments, Instant startedAt) {
    public SentCommand {
        arguments = List.copyOf(arguments);
    }
}
