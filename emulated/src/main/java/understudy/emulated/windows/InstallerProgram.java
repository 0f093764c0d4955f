package understudy.emulated.windows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import understudy.emulated.world.RestsOn;
import understudy.emulated.world.Rollup;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** {@code msiexec.exe}, for a patch that is applied without a person. */
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "A rollup is applied by msiexec /update FILE /quiet /norestart /l*v LOG.")
final class InstallerProgram {
    private static final int CANNOT_OPEN = 1636;
    private static final int BAD_COMMAND_LINE = 1639;

    private final World world;
    private final WindowsNode node;

    InstallerProgram(World world, WindowsNode node) {
        this.world = world;
        this.node = node;
    }

    int run(List<String> arguments, OutputStream output) throws IOException, InterruptedException {
        boolean known = arguments.size() == 6
                && arguments.getFirst().equals("/update")
                && arguments.get(2).equals("/quiet")
                && arguments.get(3).equals("/norestart")
                && arguments.get(4).equals("/l*v");
        if (!known) {
            output.write("The options are not known here.\r\n".getBytes(StandardCharsets.UTF_8));
            return BAD_COMMAND_LINE;
        }
        var file = arguments.get(1);
        var version = node.versionOf(file);
        if (version.isEmpty()) {
            return CANNOT_OPEN;
        }
        world.note(node, "msiexec /update " + file.substring(file.lastIndexOf('\\') + 1));
        return new Rollup(world, node, arguments.get(5)).apply(version.get());
    }
}
