package understudy.driver.exchange.classic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import understudy.core.model.Finding;
import understudy.remote.Answer;
import understudy.remote.Command;
import understudy.remote.NodeShell;
import understudy.remote.shell.CmdQuoting;

/** The management host: runs one program at a time with its values as arguments, each quoted for cmd.exe in one place or refused. */
final class Host {
    static final Duration CALL = Duration.ofMinutes(1);

    private final ClassicSettings settings;
    private volatile @Nullable NodeShell made;

    Host(ClassicSettings settings) {
        this.settings = settings;
    }

    ClassicSettings settings() {
        return settings;
    }

    /** What came of a program. */
    sealed interface Reply {
        /** It ended. */
        record Ended(int exit, String output) implements Reply {
            List<String> lines() {
                return output.lines().map(String::stripTrailing).toList();
            }

            boolean succeeded() {
                return exit == 0;
            }

            /** Its words in one line, for a sentence. */
            String words() {
                return String.join(
                        " ",
                        lines().stream()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList());
            }
        }

        /** It surely did not run. */
        record NotSent(String reason) implements Reply {}

        /** It may have run. */
        record Lost(String reason) implements Reply {}
    }

    Reply run(Duration deadline, String... words) {
        return run(deadline, List.of(words));
    }

    Reply run(Duration deadline, List<String> words) {
        try {
            CmdQuoting.line(words);
        } catch (CmdQuoting.NotForCmd refused) {
            return new Reply.NotSent(String.valueOf(refused.getMessage()));
        }
        return switch (shell().run(Command.of(words).within(deadline))) {
            // wmic ends its lines with two carriage returns.
            case Answer.Finished finished ->
                new Reply.Ended(
                        finished.exit(), finished.output().replace("\r", "").replace("\0", ""));
            case Answer.NotSent(String reason) -> new Reply.NotSent(reason);
            case Answer.Lost(String reason) -> new Reply.Lost(reason);
        };
    }

    /** The answer of something that changes nothing; asked again where one connection broke; empty where nobody answers. */
    Optional<Reply.Ended> ask(String... words) {
        for (int attempt = 0; attempt < 2; attempt++) {
            if (run(CALL, words) instanceof Reply.Ended ended) {
                return Optional.of(ended);
            }
        }
        return Optional.empty();
    }

    /** cluster.exe with these words, to be looked at. */
    Optional<Reply.Ended> askCluster(String... words) {
        return ask(cluster(List.of(words)).toArray(String[]::new));
    }

    private List<String> cluster(List<String> words) {
        List<String> all = new ArrayList<>(List.of("cluster.exe", "/cluster:" + settings.network()));
        all.addAll(words);
        return all;
    }

    /** cluster.exe with these words; whatever is not success ends the step. */
    void cluster(String what, Duration deadline, String... words) throws Refusal {
        change(what, deadline, cluster(List.of(words)));
    }

    /** A program that changes something; whatever is not success ends the step. */
    void change(String what, Duration deadline, List<String> words) throws Refusal {
        switch (run(deadline, words)) {
            case Reply.Ended(int exit, String _) when exit == 0 -> {
                // It says that it was done.
            }
            case Reply.Ended ended ->
                throw Refusal.failed(
                        "EXCHANGE-COMMAND",
                        settings.cluster(),
                        words.getFirst() + " did not do " + what + ": it ended with " + ended.exit() + ", "
                                + ended.words(),
                        "Look it up with net helpmsg " + ended.exit() + ".");
            case Reply.NotSent(String reason) ->
                throw Refusal.failed(
                        "EXCHANGE-NO-ANSWER", settings.cluster(), reason, "Make the management host reachable.");
            case Reply.Lost(String reason) ->
                throw Refusal.inDoubt(
                        "EXCHANGE-NO-ANSWER", settings.cluster(), reason, "The run looks at what came of it.");
        }
    }

    private synchronized NodeShell shell() {
        var known = made;
        if (known == null) {
            known = settings.host().get();
            made = known;
        }
        return known;
    }

    void pause() {
        try {
            settings.clock().pause(settings.look());
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    Finding silent(String why) {
        return Finding.error(
                "EXCHANGE-NOT-SEEN",
                settings.cluster(),
                "What " + settings.cluster() + " looks like is not known: " + why,
                "Look at the management host and at the Cluster service of the nodes.");
    }
}
