package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.engine.audit.AuditEntry;
import understudy.engine.audit.AuditLine;

/** Every command that a run has sent to a node, in order, as its audit has it. */
public record CommandsSent(String run, List<CommandSent> commands) {
    public CommandsSent {
        commands = List.copyOf(commands);
    }

    /**
     * One command.
     *
     * @param line where it stands in the audit
     * @param result empty where none was recorded: it is under way, or this program was killed meanwhile
     */
    public record CommandSent(
            long line,
            Instant at,
            String node,
            String account,
            Optional<String> step,
            List<String> arguments,
            Optional<AuditEntry.Script> script,
            Optional<AuditEntry.Result> result,
            Optional<Duration> took) {
        public CommandSent {
            arguments = List.copyOf(arguments);
        }
    }

    /** Joins each command with its answer. */
    public static CommandsSent of(String run, List<AuditLine> lines) {
        Map<Long, AuditEntry.Answered> answers = new HashMap<>();
        for (AuditLine line : lines) {
            if (line.entry() instanceof AuditEntry.Answered answered) {
                answers.put(answered.to(), answered);
            }
        }
        return new CommandsSent(
                run,
                lines.stream()
                        .filter(line -> line.entry() instanceof AuditEntry.Sent)
                        .map(line -> joined(
                                line.line(),
                                (AuditEntry.Sent) line.entry(),
                                Optional.ofNullable(answers.get(line.line()))))
                        .toList());
    }

    private static CommandSent joined(long line, AuditEntry.Sent sent, Optional<AuditEntry.Answered> answer) {
        return new CommandSent(
                line,
                sent.at(),
                sent.node(),
                sent.account(),
                sent.step(),
                sent.arguments(),
                sent.script(),
                answer.map(AuditEntry.Answered::result),
                answer.map(AuditEntry.Answered::took));
    }
}
