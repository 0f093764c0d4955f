package understudy.driver.pacemaker.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import understudy.driver.pacemaker.helper.Helper;
import understudy.remote.Answer;
import understudy.remote.Answer.Finished;
import understudy.remote.Answer.NotSent;
import understudy.remote.Answer.Unanswered;
import understudy.remote.Command;
import understudy.remote.NodeFiles;
import understudy.remote.NodeShell;

/** An account that may call one thing as root, our helper on the node, which has the scripts and the list of what else may be called. */
final class ByHelper implements Elevation {
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final int OTHER_VERSION = 76;
    private static final int NOT_ALLOWED = 77;
    private static final String SIGN = "understudy-helper: ";
    private static final List<String> PUT = List.of("sh", "-c", NodeFiles.script(), "put");

    private final NodeShell shell;
    private final List<String> prefix;

    /**
     * By what comes before each call.
     *
     * @param prefix sudo, the helper's path and the digest of the helper that we know
     */
    ByHelper(NodeShell shell, List<String> prefix) {
        this.shell = shell;
        this.prefix = List.copyOf(prefix);
    }

    /** Whether the node has it. */
    sealed interface Presence {
        record Here() implements Presence {}

        /** It is not there, and the account was allowed to look. */
        record Absent() implements Presence {}

        record Unknown(Unanswered why) implements Presence {}
    }

    Presence presence() {
        var answer = shell.run(prefixed(Command.of("version").within(SHORT)));
        if (answer instanceof Finished finished && finished.error().contains(Helper.PATH + ": command not found")) {
            return new Presence.Absent();
        }
        return judged(answer) instanceof Unanswered why ? new Presence.Unknown(why) : new Presence.Here();
    }

    @Override
    public Answer run(Command command) {
        var arguments = command.arguments();
        var put = arguments.size() > PUT.size()
                && arguments.subList(0, PUT.size()).equals(PUT);
        var call = put ? words(List.of(List.of("put"), arguments.subList(PUT.size(), arguments.size()))) : arguments;
        return judged(
                shell.run(prefixed(new Command(call, command.input(), command.deadline(), command.outputLimit()))));
    }

    @Override
    public Optional<String> refusal(List<String> command) {
        var asked = Command.of(words(List.of(List.of("allows"), command))).within(SHORT);
        return judged(shell.run(prefixed(asked))) instanceof Unanswered unanswered
                ? Optional.of(unanswered.reason())
                : Optional.empty();
    }

    @Override
    public Answer run(Script script, Duration deadline, int limit) {
        return judged(shell.run(prefixed(script.byName().within(deadline).keepingAtMost(limit))));
    }

    @Override
    public List<String> work(List<String> scripts) {
        return words(List.of(Helper.prefix(), List.of("work"), scripts, List.of("--")));
    }

    private Command prefixed(Command command) {
        return new Command(
                words(List.of(prefix, command.arguments())),
                command.input(),
                command.deadline(),
                command.outputLimit());
    }

    /** Neither sudo nor the helper has done anything where they refuse. */
    private Answer judged(Answer answer) {
        if (!(answer instanceof Finished finished)
                || finished.succeeded()
                || !finished.output().isEmpty()) {
            return answer;
        }
        var said = finished.error().strip();
        if (finished.exit() == OTHER_VERSION && said.startsWith(SIGN)) {
            return new NotSent(
                    "The helper on " + nodeName() + " is another version than ours (" + plain(said) + "). " + remedy());
        }
        if (finished.exit() == NOT_ALLOWED && said.startsWith(SIGN)) {
            return new NotSent("The helper on " + nodeName() + " refused (" + plain(said) + "). " + remedy());
        }
        if (finished.exit() == 1 && !said.isEmpty() && said.lines().allMatch(line -> line.startsWith("sudo: "))) {
            return new NotSent("On " + nodeName() + " our account may not call the helper as root (" + plain(said)
                    + "). " + remedy());
        }
        return answer;
    }

    private String remedy() {
        return "Have root run there the script that `understudy sudo` prints, or log in as root.";
    }

    private String nodeName() {
        return shell.nodeName();
    }

    private static String plain(String said) {
        var line = said.replace(SIGN, "").replaceAll("\\p{Cntrl}+", " ");
        return line.substring(0, Math.min(200, line.length()));
    }

    private static List<String> words(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
