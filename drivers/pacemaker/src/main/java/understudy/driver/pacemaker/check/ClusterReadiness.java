package understudy.driver.pacemaker.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import understudy.core.model.Fencing;
import understudy.core.model.Finding;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.NodeId;
import understudy.core.model.Quorum;
import understudy.driver.pacemaker.Marks;
import understudy.driver.pacemaker.PacemakerSettings;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.driver.pacemaker.observe.CrmMon;
import understudy.driver.pacemaker.observe.GroupReader;
import understudy.driver.pacemaker.observe.MonNode;
import understudy.driver.pacemaker.observe.Observer;
import understudy.driver.pacemaker.observe.SnapshotReader;
import understudy.driver.pacemaker.xml.XmlElement;

/** What one look at the cluster says of its readiness. */
final class ClusterReadiness {
    private final PacemakerSettings settings;
    private final ClusterLook look;
    private final List<Finding> findings = new ArrayList<>();

    ClusterReadiness(PacemakerSettings settings, ClusterLook look) {
        this.settings = settings;
        this.look = look;
    }

    List<Finding> findings(List<NodeLink> links) {
        inventory(links);
        quorum();
        fencing();
        nodes();
        groups();
        failures();
        constraints();
        return List.copyOf(findings);
    }

    private void inventory(List<NodeLink> links) {
        Observer.unnamed(look, links)
                .forEach(name -> findings.add(Finding.error(
                        "NODE-UNNAMED",
                        name,
                        "The cluster has a node " + name
                                + " that the inventory does not name, so that nobody would patch it.",
                        "Add it to the inventory.")));
        links.stream()
                .filter(link -> look.mon().node(link.nodeName()).isEmpty())
                .forEach(link -> findings.add(Finding.error(
                        "PACEMAKER-NO-SUCH-NODE",
                        link.nodeName(),
                        "The inventory names " + link.nodeName() + ", which the cluster does not know.",
                        "Compare the inventory with crm_node --list.")));
        look.mon().nodes().stream()
                .filter(node -> !node.isFullNode())
                .forEach(node -> findings.add(Finding.note(
                        "NODE-REMOTE",
                        node.name(),
                        node.name()
                                + " is a remote or guest node of the cluster; it is not patched by this version.")));
    }

    private void quorum() {
        Quorum quorum = SnapshotReader.quorum(look);
        var fragile = look.mon().nodes().stream()
                .filter(MonNode::isFullNode)
                .map(node -> new NodeId(node.name()))
                .filter(node -> !quorum.survivesAbsenceOf(List.of(node)))
                .findFirst();
        fragile.ifPresent(node -> findings.add(Finding.error(
                "QUORUM-FRAGILE",
                settings.cluster(),
                "The cluster would lose quorum if " + node + " restarted.",
                "Bring the absent nodes back first.")));
    }

    private void fencing() {
        switch (SnapshotReader.fencing(look)) {
            case Fencing.Works() -> {}
            case Fencing.Absent() ->
                findings.add(Finding.warning(
                        "FENCING-ABSENT",
                        settings.cluster(),
                        "The cluster cannot power a lost node off, so that a node that hangs during the run stays a danger to the data.",
                        "Configure fencing, or accept it."));
            case Fencing.Fails(String reason) ->
                findings.add(
                        Finding.error(
                                "FENCING-FAILS",
                                settings.cluster(),
                                "The cluster's fencing does not work. " + reason,
                                "Repair it and clean up with stonith_admin --cleanup --history '*' and crm_resource --cleanup."));
            case Fencing.Unknown(String reason) ->
                findings.add(Finding.error(
                        "FENCING-UNKNOWN", settings.cluster(), reason, "Look at stonith_admin --history '*'."));
        }
    }

    private void nodes() {
        if (look.mon().options().getOrDefault("maintenance-mode", "false").equals("true")) {
            findings.add(Finding.error(
                    "PACEMAKER-MAINTENANCE",
                    settings.cluster(),
                    "The whole cluster is in maintenance mode.",
                    "End it with crm_attribute --name maintenance-mode --delete."));
        }
        if (!look.isIdle()) {
            findings.add(Finding.warning(
                    "PACEMAKER-CHANGING",
                    settings.cluster(),
                    "The cluster is in the middle of a change of its own.",
                    "Wait for its end."));
        }
        var marks = Marks.in(look.cib());
        for (MonNode node : look.mon().nodes()) {
            if (!node.membership().isMember()) {
                findings.add(Finding.error(
                        "NODE-AWAY",
                        node.name(),
                        node.name() + " is not a settled member of the cluster (" + node.membership() + ").",
                        "Bring it back, or leave it out on purpose."));
            }
            if (node.maintenance()) {
                findings.add(Finding.error(
                        "PACEMAKER-MAINTENANCE",
                        node.name(),
                        node.name() + " is in maintenance, and what is in maintenance is not touched.",
                        "End it with crm_attribute --node " + node.name() + " --name maintenance --delete."));
            }
            boolean ours = marks.stream()
                    .anyMatch(mark ->
                            mark.node().filter(new NodeId(node.name())::equals).isPresent());
            if (look.cib().standbyConfigured(node.name()) && !ours) {
                findings.add(Finding.warning(
                        "NODE-STANDBY",
                        node.name(),
                        node.name() + " is in standby, put there by someone else; it stays so.",
                        "If it should not be: crm_standby --node " + node.name() + " --delete."));
            }
        }
        marks.forEach(mark -> findings.add(Finding.warning(
                "RUN-LEFTOVER",
                mark.entry(),
                "The run " + mark.run() + " has left " + mark.entry() + " in the cluster.",
                "Resume that run, or give it back by hand: `understudy by-hand " + mark.run()
                        + "` names the commands, and where its journal is lost `understudy take-over` does.")));
    }

    private void groups() {
        for (Group group : new GroupReader(look, settings.groups()).groups()) {
            if (!group.managed()) {
                findings.add(Finding.error(
                        "PACEMAKER-UNMANAGED",
                        group.id().value(),
                        group.id() + " is taken out of the cluster's hands, and is not touched.",
                        "Give it back with crm_resource --resource " + group.id()
                                + " --meta --delete-parameter is-managed."));
            }
            if (group.health() == GroupHealth.FAILED) {
                findings.add(Finding.error(
                        "GROUP-FAILED",
                        group.id().value(),
                        group.id() + " should run and is not served whole.",
                        "Look at it with crm_mon -1."));
            }
        }
        var stickiness = look.cib().resourceDefault("resource-stickiness").orElse("0");
        if (stickiness.matches("-?0*") || stickiness.startsWith("-")) {
            findings.add(Finding.warning(
                    "STICKINESS-ZERO",
                    settings.cluster(),
                    "The cluster's resource-stickiness is 0, so that a group may move when a node comes back.",
                    "Set one with crm_attribute --type rsc_defaults --name resource-stickiness --update 100."));
        }
    }

    private void failures() {
        for (CrmMon.FailCount failure : look.mon().failCounts()) {
            findings.add(Finding.warning(
                    "FAILED-ACTIONS",
                    failure.resource(),
                    failure.resource() + " has failed on " + failure.node() + " ("
                            + (failure.forbids() ? "it may not run there" : failure.count() + " times") + ").",
                    "Repair the cause and run: crm_resource --cleanup --resource " + failure.resource() + " --node "
                            + failure.node() + "."));
        }
    }

    private void constraints() {
        Predicate<XmlElement> left = location -> location.attribute("id").startsWith("cli-");
        look.cib()
                .constraints("rsc_location")
                .filter(left)
                .forEach(location -> findings.add(Finding.warning(
                        "CONSTRAINT-LEFTOVER",
                        location.attribute("id"),
                        "Somebody's crm_resource has left the constraint " + location.attribute("id") + " for "
                                + location.attribute("rsc") + " on " + location.attribute("node") + ".",
                        "If it is no longer wanted: crm_resource --clear --resource " + location.attribute("rsc")
                                + ".")));
    }
}
