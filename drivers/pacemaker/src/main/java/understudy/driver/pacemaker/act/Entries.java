package understudy.driver.pacemaker.act;

import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.driver.pacemaker.Marks;

/** The ledger entries that this driver makes; their ids stay the same when a step is given again. */
final class Entries {
    private Entries() {}

    static LedgerEntry drain(RunId run, NodeId node) {
        return new LedgerEntry(
                Marks.plain("drain." + node),
                run,
                LedgerEntry.Kind.DRAIN,
                Optional.of(node),
                Optional.empty(),
                "standby=off",
                "crm_standby --node " + node + " --delete");
    }

    static LedgerEntry preference(RunId run, GroupId group, NodeId node) {
        return location(run, LedgerEntry.Kind.PREFERENCE, "prefer", group, node);
    }

    static LedgerEntry withdrawn(RunId run, GroupId group, NodeId node) {
        return location(run, LedgerEntry.Kind.HOSTING_RIGHT, "withdraw", group, node);
    }

    static LedgerEntry stopped(RunId run, GroupId group, Optional<String> before) {
        return new LedgerEntry(
                Marks.plain("stop." + group),
                run,
                LedgerEntry.Kind.SETTING,
                Optional.empty(),
                Optional.of(group),
                before.map(role -> "target-role=" + role).orElse("target-role unset"),
                "crm_resource --resource " + group + " --meta "
                        + before.map(role -> "--set-parameter target-role --parameter-value " + role)
                                .orElse("--delete-parameter target-role"));
    }

    static LedgerEntry left(RunId run, NodeId node, String units) {
        return new LedgerEntry(
                Marks.plain("leave." + node),
                run,
                LedgerEntry.Kind.MEMBERSHIP,
                Optional.of(node),
                Optional.empty(),
                units,
                "systemctl enable " + units + " && systemctl start corosync pacemaker");
    }

    static LedgerEntry oldPackages(RunId run, NodeId node) {
        return new LedgerEntry(
                Marks.plain("old-packages." + node),
                run,
                LedgerEntry.Kind.OLD_PACKAGES,
                Optional.of(node),
                Optional.empty(),
                "",
                "rm -rf " + OldPackages.folder(run) + " /var/lib/understudy/ledger/" + run + "."
                        + Marks.plain("old-packages." + node) + ".json");
    }

    private static LedgerEntry location(RunId run, LedgerEntry.Kind kind, String word, GroupId group, NodeId node) {
        var id = Marks.plain(word + "." + group + "." + node);
        return new LedgerEntry(
                id,
                run,
                kind,
                Optional.of(node),
                Optional.of(group),
                "no constraint",
                "cibadmin --delete --xpath \"//rsc_location[@id='" + Marks.name(run, id) + "']\"");
    }
}
