package understudy.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs programs inside a node by entering its namespaces, not over its network: it works with the cable pulled and with
 * no sshd, and the arguments arrive as they are given, past no shell.
 */
final class NodeShell {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PowerControl power;
    private final LabNode node;

    NodeShell(PowerControl power, LabNode node) {
        this.power = power;
        this.node = node;
    }

    boolean isThere() {
        return power.init(node).isPresent();
    }

    Command.Output run(List<String> arguments) {
        return run(LIMIT, "", arguments);
    }

    Command.Output run(Duration limit, String input, List<String> arguments) {
        return Command.run(limit, input, entering(arguments));
    }

    /** Runs a program that must succeed and gives what it printed. */
    String require(String... arguments) {
        var output = run(List.of(arguments));
        if (!output.succeeded()) {
            throw new LabException("On %s '%s' failed with exit code %d: %s"
                    .formatted(node.name(), String.join(" ", arguments), output.code(), output.lastWords()));
        }
        return output.out();
    }

    /** The same, tried again for a while: a node that is booting refuses at first what it will do in a moment. */
    void requireSoon(String... arguments) {
        if (!Await.until(PATIENCE, () -> isThere() && run(List.of(arguments)).succeeded())) {
            require(arguments);
        }
    }

    /** Writes a file in the node, and the folder that it lies in. */
    void write(String file, String text) {
        require("mkdir", "-p", file.substring(0, file.lastIndexOf('/')));
        var output = run(LIMIT, text, List.of("tee", file));
        if (!output.succeeded()) {
            throw new LabException("On " + node.name() + " " + file + " could not be written: " + output.lastWords());
        }
    }

    private List<String> entering(List<String> arguments) {
        var init = power.init(node)
                .orElseThrow(() -> new LabException(
                        node.name() + " is off: `understudy lab power " + node.name() + " on` first."));
        var command = new ArrayList<>(List.of(
                "nsenter",
                "--target",
                Long.toString(init),
                "--all",
                "--root",
                "--wd",
                "env",
                "-i",
                "HOME=/root",
                "LC_ALL=C",
                "DEBIAN_FRONTEND=noninteractive",
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin"));
        command.addAll(arguments);
        return command;
    }
}
