package understudy.emulated.windows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import understudy.emulated.world.RestsOn;

/** {@code schtasks.exe}: runs and shows tasks that an administrator has made. */
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "A task that runs already is not started a second time.")
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "schtasks /query takes /tn; Windows Server 2003's lists all tasks.")
final class TaskProgram {
    private static final Set<String> RUNNING = ConcurrentHashMap.newKeySet();

    private final EmulatedNode node;

    TaskProgram(EmulatedNode node) {
        this.node = node;
    }

    int run(List<String> arguments, OutputStream output) throws IOException {
        if (arguments.size() != 3 || !arguments.get(1).equalsIgnoreCase("/tn")) {
            return say(output, "The options are not known here.", 1);
        }
        var name = arguments.get(2);
        var line = node.node().tasks().get(name);
        if (line == null) {
            return say(output, "ERROR: The system cannot find the task \"" + name + "\".", 1);
        }
        return switch (arguments.getFirst().toLowerCase(Locale.ROOT)) {
            case "/query" -> say(output, name, 0);
            case "/run" -> {
                start(name, line);
                yield say(output, "SUCCESS: Attempted to run the scheduled task \"" + name + "\".", 0);
            }
            default -> say(output, "The options are not known here.", 1);
        };
    }

    private void start(String name, String line) {
        var key = System.identityHashCode(node.node()) + name;
        if (!RUNNING.add(key)) {
            return;
        }
        node.world().clock().start("task-" + node.name(), () -> {
            try {
                node.run(
                        "task",
                        line,
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream());
            } catch (IOException | InterruptedException ended) {
                // The node lost its power, and the task with it: nobody is there to be told.
                Thread.currentThread().interrupt();
            } finally {
                RUNNING.remove(key);
            }
        });
    }

    private static int say(OutputStream output, String line, int exit) throws IOException {
        output.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        return exit;
    }
}
