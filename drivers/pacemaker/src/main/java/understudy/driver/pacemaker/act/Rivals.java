package understudy.driver.pacemaker.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.RunId;
import understudy.driver.pacemaker.Rival;
import understudy.driver.pacemaker.Tools;
import understudy.driver.pacemaker.node.LedgerFile;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.Script;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.Answer;

/**
 * What else would change a node's packages, held off for a run: its units are stopped and do not start at boot, so that a restart does
 * not bring them back. What they were stands in the ledger's entry, and in its mark on the node.
 */
final class Rivals {
    private final NodeLink link;

    Rivals(NodeLink link) {
        this.link = link;
    }

    /** A unit as it was. */
    private record Was(String unit, boolean enabled, boolean active) {
        static Optional<Was> read(String word) {
            String[] parts = word.split("=", 2);
            return parts.length == 2 && Rival.isUnit(parts[0])
                    ? Optional.of(new Was(parts[0], parts[1].contains("enabled"), parts[1].endsWith("+active")))
                    : Optional.empty();
        }

        String word() {
            return unit + "=" + (enabled ? "enabled" : "") + (active ? "+active" : "");
        }
    }

    Outcome holdOff(Order order, List<String> units) throws Refusal {
        String id = Entries.rivals(order.action().run(), link.node(), "").id();
        Optional<LedgerEntry> known = order.ledger().open().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst();
        LedgerEntry entry =
                known.isPresent() ? known.get() : Entries.rivals(order.action().run(), link.node(), words(seen(units)));
        if (known.isEmpty()) {
            order.ledger().open(entry);
        }
        MembershipHold.mark(link, entry);
        for (Was rival : were(entry)) {
            MembershipHold.must(
                    link,
                    rival.enabled() ? Tools.disableNow(rival.unit()) : Tools.stopUnit(rival.unit()),
                    "hold " + rival.unit() + " off");
        }
        return new Outcome.Succeeded(
                were(entry).isEmpty()
                        ? "Nothing else would change packages on " + link.nodeName() + "."
                        : "Held off on " + link.nodeName() + ": "
                                + were(entry).stream().map(Was::unit).collect(Collectors.joining(", ")) + ".");
    }

    /** The heir's mark is written first, so that what is held off is never without one; what it was stands in the mark alone. */
    Outcome adopt(Mark mark, RunId heir) throws Refusal {
        LedgerEntry old = asMarked(Entries.rivals(mark.run(), link.node(), usually()));
        MembershipHold.mark(link, Entries.rivals(heir, link.node(), old.before()));
        MembershipHold.must(link, Tools.removeFile(MembershipHold.file(old)), "lose the old mark");
        return new Outcome.Succeeded(mark.entry() + " is ours now.");
    }

    /** The mark on the node knows better than the entry of a run that has adopted it. */
    private LedgerEntry asMarked(LedgerEntry entry) {
        return link.run(Tools.readFile(MembershipHold.file(entry)), Work.call()) instanceof Answer.Finished finished
                        && finished.succeeded()
                ? LedgerFile.before(finished.output())
                        .map(before -> Entries.rivals(entry.run(), link.node(), before))
                        .orElse(entry)
                : entry;
    }

    Outcome giveBack(LedgerEntry entry) throws Refusal {
        for (List<String> command : returning(asMarked(entry))) {
            MembershipHold.must(link, command, "bring back what was held off");
        }
        MembershipHold.must(link, Tools.removeFile(MembershipHold.file(entry)), "lose our mark");
        return new Outcome.Succeeded("What was held off on " + link.nodeName() + " is as before.");
    }

    /** The commands that make the units what they were. */
    static List<List<String>> returning(LedgerEntry entry) {
        List<List<String>> commands = new ArrayList<>();
        for (Was rival : were(entry)) {
            if (rival.enabled()) {
                commands.add(Tools.enableUnit(rival.unit()));
            }
            if (rival.active()) {
                commands.add(Tools.startUnit(rival.unit()));
            }
        }
        return commands;
    }

    /** What an entry holds of which only the mark is left: those that every Debian has, as they usually are. */
    static String usually() {
        return words(List.of(new Was("apt-daily.timer", true, true), new Was("apt-daily-upgrade.timer", true, true)));
    }

    private List<Was> seen(List<String> units) throws Refusal {
        Script script = Script.of(List.of("rivals"), units);
        if (!(link.run(script, Work.call()) instanceof Answer.Finished finished)) {
            throw new Refusal(
                    "PACEMAKER-NO-ANSWER",
                    link.nodeName(),
                    link.nodeName() + " does not say what else would change its packages.",
                    "Try again once it answers.");
        }
        return script.blocks(finished.output())
                .good("rivals")
                .orElse("")
                .lines()
                .map(line -> line.split("\t", 3))
                .filter(fields -> fields.length == 3 && units.contains(fields[0]))
                .map(fields -> new Was(fields[0], fields[1].equals("enabled"), fields[2].equals("active")))
                .filter(unit -> unit.enabled() || unit.active())
                .toList();
    }

    private static List<Was> were(LedgerEntry entry) {
        return List.of(entry.before().split(" ")).stream()
                .flatMap(word -> Was.read(word).stream())
                .toList();
    }

    private static String words(List<Was> units) {
        return units.stream().map(Was::word).collect(Collectors.joining(" "));
    }
}
