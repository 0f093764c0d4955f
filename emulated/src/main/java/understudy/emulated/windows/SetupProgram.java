package understudy.emulated.windows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import understudy.emulated.world.Build;
import understudy.emulated.world.Setup;

/** {@code Setup.com} on a medium. */
final class SetupProgram {
    private final EmulatedNode node;
    private final Build medium;

    SetupProgram(EmulatedNode node, Build medium) {
        this.node = node;
        this.medium = medium;
    }

    int run(List<String> arguments, OutputStream output) throws IOException, InterruptedException {
        var process = node.node().begin("Setup", "Setup.com " + String.join(" ", arguments));
        try {
            node.world().note(node.node(), "Setup.com " + String.join(" ", arguments));
            var setup = new Setup(node.world(), node.node());
            int exit = setup.run(medium, arguments);
            output.write(setup.said().getBytes(StandardCharsets.UTF_8));
            return exit;
        } finally {
            node.node().end(process);
        }
    }
}
