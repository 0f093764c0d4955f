package understudy.driver.pacemaker.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Ordered;

/** The outputs of a script's commands, by name; a block whose end is missing is not there. */
public record Blocks(Map<String, Block> byName) {
    /** What one command wrote, and its exit code. */
    public record Block(String text, int exit) {
        /** The text where the command succeeded. */
        public Optional<String> good() {
            return exit == 0 ? Optional.of(text) : Optional.empty();
        }
    }

    public Blocks {
        byName = Ordered.copy(byName);
    }

    /** Takes an output apart at the lines that begin with the boundary. */
    public static Blocks parse(String boundary, String output) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        int at = output.indexOf("\n" + boundary + " begin ");
        while (at >= 0) {
            int nameStart = at + boundary.length() + " begin ".length() + 1;
            int nameEnd = output.indexOf('\n', nameStart);
            int end = nameEnd < 0 ? -1 : output.indexOf("\n" + boundary + " end ", nameEnd);
            int lineEnd = end < 0 ? -1 : output.indexOf('\n', end + 1);
            if (lineEnd < 0) {
                break;
            }
            var name = output.substring(nameStart, nameEnd);
            var closing = output.substring(end + 1 + boundary.length() + " end ".length(), lineEnd);
            if (closing.startsWith(name + " ")) {
                var text = output.substring(Math.min(nameEnd + 1, end), end);
                blocks.put(name, new Block(text, exit(closing.substring(name.length() + 1))));
            }
            at = output.indexOf("\n" + boundary + " begin ", end);
        }
        return new Blocks(blocks);
    }

    /** The block with this name. */
    public Optional<Block> block(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The text of the block, where it is there and its command succeeded. */
    public Optional<String> good(String name) {
        return block(name).flatMap(Block::good);
    }

    private static int exit(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }
}
