package understudy.cli.init;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import understudy.cli.init.Draft.Tried;
import understudy.cli.view.Printable;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.survey.GroupGuess.ProbeGuess;
import understudy.engine.probes.OneQuestion;
import understudy.engine.probes.Probe;
import understudy.remote.Answer;
import understudy.remote.Command;

/** Tries a guess once, so that the inventory says what is known and not what may be. Changes nothing. */
final class Trials {
    private static final Duration READY = Duration.ofSeconds(30);
    private static final int LONGEST = 160;

    private Trials() {}

    /** Asks the service from here, as a run would. */
    static Tried<ProbeGuess> ask(ProbeGuess guess) {
        return OneQuestion.missed(probe(guess))
                .map(how -> new Tried<>(guess, false, "when it was asked from here it " + how))
                .orElse(new Tried<>(guess, true, "answered"));
    }

    /** Runs the command on a node that does not serve the group, as a run would before a handover. */
    static Tried<List<String>> prove(List<String> command, NodeLink node) {
        return switch (node.run(Command.of(command).within(READY).keepingAtMost(64 << 10))) {
            case Answer.Finished finished ->
                finished.succeeded()
                        ? new Tried<>(command, true, "succeeds on " + node.nodeName())
                        : new Tried<>(
                                command,
                                false,
                                "ended with " + finished.exit() + " on " + node.nodeName() + ": "
                                        + firstLine(finished.error() + "\n" + finished.output()));
            case Answer.Unanswered unanswered -> new Tried<>(command, false, unanswered.reason());
        };
    }

    private static Probe probe(ProbeGuess guess) {
        return switch (guess.kind()) {
            case "http" -> new Probe.Http(guess.address(), guess.port(), "/", OptionalInt.empty());
            case "imap" -> new Probe.Imap(guess.address(), guess.port());
            case "smtp" -> new Probe.Smtp(guess.address(), guess.port());
            default -> new Probe.Tcp(guess.address(), guess.port());
        };
    }

    private static String firstLine(String said) {
        String line = said.lines().filter(text -> !text.isBlank()).findFirst().orElse("it said nothing");
        return Printable.line(line.substring(0, Math.min(LONGEST, line.length())));
    }
}
