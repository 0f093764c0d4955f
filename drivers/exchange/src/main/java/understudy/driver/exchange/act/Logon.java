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

/**
 * How clients of POP3 and IMAP4 log on to a server: noted before a service pack of Exchange 2007 and written again after it, because the service pack
 * does not keep it (field notes on SP1). Where the server has no Client Access role there is nothing to keep.
 */
final class Logon {
    private static final Duration CALL = Duration.ofMinutes(5);
    private static final String TYPE = " LoginType";

    /** Behind what a ledger holds: the protocol's service was running. */
    private static final String RUNNING = " running";

    private static final Map<String, String> CMDLETS = Map.of("POP3", "Set-PopSettings", "IMAP4", "Set-ImapSettings");
    private static final PowerShellScript LOGON = PowerShellScript.of(Logon.class, "logon");

    private final Cluster cluster;

    Logon(Cluster cluster) {
        this.cluster = cluster;
    }

    /** {@code POP3 LoginType} or {@code IMAP4 LoginType}. */
    static boolean isOne(String setting) {
        return CMDLETS.keySet().stream().anyMatch(protocol -> setting.equals(protocol + TYPE));
    }

    Outcome note(Order order, NodeId node, Verb.KeepSetting wanted) throws Refusal {
        if (!wanted.value().isEmpty()) {
            throw Refusal.failed(
                    "EXCHANGE-SETTING-UNKNOWN",
                    wanted.setting(),
                    wanted.setting() + " is noted and given back, but not set to " + wanted.value() + ".",
                    "Leave the value out in the procedure.");
        }
        var protocol = protocol(wanted.setting());
        var answer = ask(node, protocol, "", "", "", "");
        var now = word(node, wanted.setting(), answer);
        if (now.isEmpty()) {
            return new Outcome.Succeeded(node + " serves no " + protocol + ".");
        }
        var entry = entry(order, node, wanted.setting(), now + (runs(answer) ? RUNNING : ""));
        // Ordered again after the installation, what was noted before it counts.
        var noted = order.ledger().open().stream()
                .filter(open -> open.id().equals(entry.id()))
                .findFirst();
        if (noted.isEmpty()) {
            order.ledger().open(entry);
        }
        var kept = noted.orElse(entry);
        ask(node, protocol, "", "", Marks.name(kept), Marks.value(kept));
        return new Outcome.Succeeded(
                noted.isPresent()
                        ? wanted.setting() + " on " + node + " was noted before."
                        : wanted.setting() + " on " + node + " is " + now + ".");
    }

    private static LedgerEntry entry(Order order, NodeId node, String setting, String before) {
        var type = before.replace(RUNNING, "");
        return Entries.setting(
                order.action().run(),
                node,
                order.step().source().id(),
                setting + "=" + before,
                "in an Exchange shell: " + CMDLETS.get(protocol(setting)) + " -LoginType " + type
                        + ", then restart MSExchange" + protocol(setting));
    }

    /** Its service takes it up by a restart; broken off in the middle of that, the next attempt starts what was running before. */
    Outcome giveBack(LedgerEntry entry, String setting, String held) throws Refusal {
        var node = entry.node().orElseThrow();
        var before = held.replace(RUNNING, "");
        var answer = ask(node, protocol(setting), before, held.equals(before) ? "" : RUNNING, Marks.name(entry), "");
        var was = answer.first("was").orElse("").strip();
        var now = word(node, setting, answer);
        if (!now.equals(before)) {
            throw Refusal.inDoubt(
                    "EXCHANGE-SETTING",
                    node.value(),
                    setting + " on " + node + " is " + (now.isEmpty() ? "not there" : now) + " and not " + before + ".",
                    "By hand: " + entry.byHand() + ".");
        }
        return new Outcome.Succeeded(setting + " on " + node + " is " + now
                + (was.equals(now) ? ", as before." : " again; it had become " + was + "."));
    }

    private static boolean runs(Said answer) {
        return answer.first("running").orElse("").strip().equalsIgnoreCase("true");
    }

    private static String protocol(String setting) {
        return setting.substring(0, setting.length() - TYPE.length());
    }

    /** It comes back as a parameter, so that only a word is taken for one. */
    private static String word(NodeId node, String setting, Said answer) throws Refusal {
        var now = answer.first("now").orElse("").strip();
        if (!now.matches("[A-Za-z]{0,40}")) {
            throw Refusal.failed(
                    "EXCHANGE-SETTING-UNKNOWN",
                    node.value(),
                    setting + " on " + node + " is no word.",
                    "Look at it in an Exchange shell there.");
        }
        return now;
    }

    private Said ask(NodeId node, String protocol, String type, String running, String mark, String value)
            throws Refusal {
        var values =
                Map.of("protocol", protocol, "type", type, "running", running.strip(), "mark", mark, "value", value);
        return cluster.ask(node, LOGON, values, CALL);
    }
}
