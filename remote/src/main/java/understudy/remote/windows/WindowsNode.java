package understudy.remote.windows;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import understudy.remote.Answer;
import understudy.remote.Command;
import understudy.remote.NodeShell;

/** The way to one Windows node: scripts, with values that are nothing but data. */
public final class WindowsNode {
    private static final int MOST_OUTPUT = 8 << 20;

    private final String name;
    private final Supplier<NodeShell> shell;
    private volatile @org.jspecify.annotations.Nullable NodeShell made;

    /** @param shell made on first use */
    public WindowsNode(String name, Supplier<NodeShell> shell) {
        this.name = name;
        this.shell = shell;
    }

    /** What came of a script. */
    public sealed interface Reply {
        /** It ended. */
        record Heard(Said said) implements Reply {}

        /** It surely did not run. */
        record NotSent(String reason) implements Reply {}

        /** It may have run. */
        record Lost(String reason) implements Reply {}
    }

    /** The node's name in the inventory. */
    public String name() {
        return name;
    }

    /** Runs a script and waits for its end, at most until the deadline. */
    public Reply run(PowerShellScript script, Map<String, String> values, Duration deadline) {
        SequencedMap<String, String> ordered = new LinkedHashMap<>(values);
        var command = Command.of(PowerShellScript.arguments())
                .withInput(script.input(ordered))
                .within(deadline)
                .keepingAtMost(MOST_OUTPUT);
        return switch (shell().run(command)) {
            case Answer.Finished finished -> new Reply.Heard(Said.read(finished.exit(), finished.output()));
            case Answer.NotSent(String reason) -> new Reply.NotSent(reason);
            case Answer.Lost(String reason) -> new Reply.Lost(reason);
        };
    }

    private synchronized NodeShell shell() {
        var known = made;
        if (known == null) {
            known = shell.get();
            made = known;
        }
        return known;
    }
}
