package understudy.cli.view;

import java.util.ArrayList;
import java.util.List;
import understudy.core.model.NodeId;
import understudy.engine.ports.ManualCommand;
import understudy.engine.run.ManualPart;

/** A hand sheet as text. A command stands on a line of its own, unbroken, so that it can be copied; notes stand below it. */
public final class ByHandPage {
    private static final String ANY = "any node";

    private final HandSheet sheet;
    private final List<String> lines = new ArrayList<>();

    private ByHandPage(HandSheet sheet) {
        this.sheet = sheet;
    }

    public static List<String> lines(HandSheet sheet) {
        ByHandPage page = new ByHandPage(sheet);
        page.head();
        page.list("To finish", sheet.finish(), "Nothing is left to do.");
        page.list("To go back instead", sheet.goBack(), "Nothing of this run is on the cluster.");
        page.foot();
        return List.copyOf(page.lines);
    }

    private void head() {
        Text.wrap(
                lines,
                "Run " + sheet.run() + " on cluster " + sheet.cluster()
                        + " without this program. Type each command as root on the node before it (\"" + ANY
                        + "\": any member of the cluster), one after the other, and look at its answer before the next.",
                "");
        if (sheet.carried()) {
            Text.wrap(
                    lines,
                    "A process of this machine carries the run at this moment: `understudy pause " + sheet.run()
                            + "` first, and wait until it has stopped.",
                    "");
        }
        sheet.cautions().forEach(caution -> Text.wrap(lines, "Caution: " + caution, "  "));
    }

    private void list(String title, List<ManualPart> parts, String nothing) {
        lines.add("");
        lines.add(title);
        if (parts.isEmpty()) {
            lines.add("  " + nothing);
        }
        int number = 0;
        for (ManualPart part : parts) {
            number++;
            lines.addAll(part(number, part));
        }
    }

    /** One numbered part with its commands. */
    static List<String> part(int number, ManualPart part) {
        List<String> lines = new ArrayList<>();
        Text.wrap(
                lines,
                "  " + number + ". " + part.what() + (part.underWay() ? " (under way)" : "") + ": " + part.why(),
                "     ");
        part.warning().ifPresent(warning -> Text.wrap(lines, "     ! " + warning, "       "));
        part.commands().forEach(command -> command(lines, command));
        return lines;
    }

    private static void command(List<String> lines, ManualCommand command) {
        command.command()
                .ifPresent(typed ->
                        lines.add("     " + command.node().map(NodeId::value).orElse(ANY) + "> " + typed));
        if (!command.note().isEmpty()) {
            Text.wrap(lines, "       " + command.note(), "       ");
        }
    }

    private void foot() {
        lines.add("");
        Text.wrap(
                lines,
                "After finishing, `understudy resume " + sheet.run()
                        + "` looks, finds it done and closes it. After going back, and where the procedure demands what no"
                        + " look shows (a restart in any case, a step that is done once), `understudy abort "
                        + sheet.run() + "` first: then it does nothing more.",
                "");
    }
}
