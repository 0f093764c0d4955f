package understudy.engine.ports;

import java.util.Optional;
import understudy.core.model.NodeId;

/**
 * One thing that a person does without the program.
 *
 * @param node where the command is typed, as root; empty where any node of the cluster that answers will do
 * @param command what is typed there, quoted for a POSIX shell; empty where the note is an instruction that no command fulfils
 * @param note what to wait for or to look at, one sentence or more; may be empty beside a command
 */
public record ManualCommand(Optional<NodeId> node, Optional<String> command, String note) {
    public ManualCommand {
        if (command.isEmpty() && note.isBlank()) {
            throw new IllegalArgumentException("Without a command a person needs an instruction.");
        }
    }

    /** Something to type on this node. */
    public static ManualCommand on(NodeId node, String command, String note) {
        return new ManualCommand(Optional.of(node), Optional.of(command), note);
    }

    /** Something to type on any node of the cluster. */
    public static ManualCommand anywhere(String command, String note) {
        return new ManualCommand(Optional.empty(), Optional.of(command), note);
    }

    /** Something that no command does. */
    public static ManualCommand instruction(String sentence) {
        return new ManualCommand(Optional.empty(), Optional.empty(), sentence);
    }
}
