package understudy.emulated.windows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import understudy.emulated.world.SingleCopyCluster;
import understudy.emulated.world.Timing;
import understudy.emulated.world.World;

/** One node of a fast world, and what its programs answer. */
final class TestingNode {
    private static final Duration MOMENT = Duration.ofMillis(1);

    final World world =
            SingleCopyCluster.of(2, new Timing(MOMENT, MOMENT, MOMENT, MOMENT, MOMENT, MOMENT, MOMENT, MOMENT), 1);
    private final String name;

    TestingNode(String name) {
        this.name = name;
    }

    /** What a program answered. */
    record Answer(int exit, String output, String error) {}

    Answer run(String line) throws Exception {
        var output = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        int exit = new EmulatedNode(world, world.node(name).orElseThrow(), Map.of())
                .run("exadmin", line, new ByteArrayInputStream(new byte[0]), output, error);
        return new Answer(exit, output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    Answer script(String script) throws Exception {
        return run("powershell -NoProfile -NonInteractive -EncodedCommand "
                + Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE)));
    }
}
