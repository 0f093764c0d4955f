package understudy.emulated.windows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import understudy.emulated.world.Power;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** {@code shutdown.exe}, for a restart. */
final class ShutdownProgram {
    private final World world;
    private final WindowsNode node;

    ShutdownProgram(World world, WindowsNode node) {
        this.world = world;
        this.node = node;
    }

    int run(List<String> arguments, OutputStream output) throws IOException {
        if (!arguments.equals(List.of("-r", "-f", "-t", "0"))) {
            output.write("The options are not known here.\r\n".getBytes(StandardCharsets.UTF_8));
            return 1;
        }
        world.note(node, "shutdown -r");
        // It answers before the node goes down.
        world.clock().start("shutdown-" + node.name(), () -> new Power(world).restart(node));
        return 0;
    }
}
