package understudy.driver.exchange.act;

import java.time.Duration;
import java.util.Map;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.procedure.Verb;
import understudy.driver.exchange.Marks;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.windows.PowerShellScript;
import understudy.remote.windows.Said;

/** A setting of a node, mostly a number in its registry below HKEY_LOCAL_MACHINE: written, and given back where the procedure wants that. */
final class Settings {
    private static final Duration CALL = Duration.ofMinutes(2);
    private static final String ABSENT = "(none)";
    private static final PowerShellScript SETTING = PowerShellScript.of(Settings.class, "setting");

    private final Cluster cluster;

    Settings(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome keep(Order order, NodeId node, Verb.KeepSetting wanted) throws Refusal {
        if (Logon.isOne(wanted.setting())) {
            return new Logon(cluster).note(order, node, wanted);
        }
        refuseOther(wanted);
        var before = said(ask(node, wanted.setting(), "read", "", "", ""));
        if (before.equals(wanted.value())) {
            return new Outcome.Succeeded(wanted.setting() + " on " + node + " is " + before + " already.");
        }
        if (!wanted.giveBack() && !before.isEmpty()) {
            return new Outcome.Succeeded(
                    wanted.setting() + " on " + node + " is " + before + " by somebody's decision, and stays so.");
        }
        var mark = "";
        var value = "";
        if (wanted.giveBack()) {
            var number = wanted.setting() + "=" + (before.isEmpty() ? ABSENT : before);
            var entry = Entries.setting(
                    order.action().run(), node, order.step().source().id(), number, "with regedit: " + number);
            order.ledger().open(entry);
            mark = Marks.name(entry);
            value = Marks.value(entry);
        }
        var now = said(ask(node, wanted.setting(), "write", wanted.value(), mark, value));
        if (!now.equals(wanted.value())) {
            throw Refusal.inDoubt(
                    "EXCHANGE-SETTING",
                    node.value(),
                    wanted.setting() + " on " + node + " is " + (now.isEmpty() ? "not there" : now) + " and not "
                            + wanted.value() + ".",
                    "Write it with regedit there.");
        }
        return new Outcome.Succeeded(wanted.setting() + " on " + node + " is " + now + " now"
                + (before.isEmpty() ? "; nothing was written there before." : "; it was " + before + "."));
    }

    /** What was there before is there again, and the mark is gone. */
    Outcome giveBack(LedgerEntry entry) throws Refusal {
        var node = entry.node().orElseThrow();
        int equals = entry.before().lastIndexOf('=');
        if (equals < 0) {
            throw Refusal.failed(
                    "EXCHANGE-KEPT",
                    entry.id(),
                    "What " + entry.id() + " held on " + node + " before is not known.",
                    "Look at it with regedit there.");
        }
        var setting = entry.before().substring(0, equals);
        var before = entry.before().substring(equals + 1);
        if (Logon.isOne(setting)) {
            return new Logon(cluster).giveBack(entry, setting, before);
        }
        boolean absent = before.equals(ABSENT);
        ask(node, setting, absent ? "remove" : "write", absent ? "" : before, Marks.name(entry), "");
        return new Outcome.Succeeded(setting + " on " + node + " is as before.");
    }

    private static String said(Said answer) {
        return answer.first("now").orElse("").strip();
    }

    private Said ask(NodeId node, String setting, String what, String number, String mark, String value)
            throws Refusal {
        int last = setting.lastIndexOf('\\');
        var values = Map.of(
                "key",
                setting.substring("HKLM\\".length(), last),
                "name",
                setting.substring(last + 1),
                "do",
                what,
                "number",
                number,
                "mark",
                mark,
                "value",
                value);
        return cluster.ask(node, SETTING, values, CALL);
    }

    private static void refuseOther(Verb.KeepSetting wanted) throws Refusal {
        boolean known = wanted.setting().matches("HKLM\\\\[^\\n]+\\\\[^\\\\\\n]+")
                && wanted.value().matches("[0-9]{1,9}");
        if (!known) {
            throw Refusal.failed(
                    "EXCHANGE-SETTING-UNKNOWN",
                    wanted.setting(),
                    "The setting " + wanted.setting() + " is no number below HKLM in the registry.",
                    "Write it as HKLM\\KEY\\NAME with a whole number in the procedure.");
        }
    }
}
