package understudy.cli.view;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import understudy.cli.report.CommandsSent;
import understudy.cli.report.CommandsSent.CommandSent;
import understudy.engine.audit.AuditEntry;
import understudy.engine.audit.AuditEntry.Result;
import understudy.remote.shell.Quoting;

/** The commands that a run has sent, one line for each. */
public final class AuditPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private AuditPage() {}

    /** When, node, account, step, what came of it, the command. */
    public static List<String> lines(CommandsSent sent, ZoneId zone) {
        String head =
                "Run " + sent.run() + " has sent " + Text.count(sent.commands().size(), "command") + ".";
        return Stream.concat(Stream.of(head), sent.commands().stream().map(command -> line(command, zone)))
                .toList();
    }

    private static String line(CommandSent command, ZoneId zone) {
        return String.join(
                "  ",
                TIME.format(command.at().atZone(zone)),
                command.node(),
                command.account(),
                command.step().orElse("(look)"),
                came(command),
                Quoting.posix(command.arguments())
                        + command.script().map(AuditPage::reading).orElse(""));
    }

    private static String came(CommandSent command) {
        String took = command.took().map(time -> " after " + Spans.of(time)).orElse("");
        return command.result()
                .map(result -> switch (result) {
                    case Result.Exited(int code) -> "exit " + code + took;
                    case Result.NotSent(String reason) -> "not sent (" + reason + ")";
                    case Result.Lost(String reason) -> "lost" + took + " (" + reason + ")";
                })
                .orElse("no answer recorded");
    }

    private static String reading(AuditEntry.Script script) {
        String runs = script.runs().isEmpty() ? "" : ": " + Quoting.posix(script.runs());
        return "  < " + script.name() + " sha256:" + script.sha256().substring(0, 12) + runs;
    }
}
