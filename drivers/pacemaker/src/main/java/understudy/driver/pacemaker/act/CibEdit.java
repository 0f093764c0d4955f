package understudy.driver.pacemaker.act;

import java.util.List;
import java.util.Optional;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.Marks;
import understudy.driver.pacemaker.Tools;
import understudy.driver.pacemaker.observe.Cib;
import understudy.driver.pacemaker.xml.XmlElement;

/** One change of the cluster's configuration: the same arguments for a simulation on a copy and for the cluster itself. */
record CibEdit(List<String> arguments) {
    CibEdit {
        arguments = List.copyOf(arguments);
    }

    /**
     * Puts a node in standby, for ever, and writes our mark beside it, in one write: there is no moment with the one and without the
     * other. The mark is an attribute of the node, for a change of the cluster's own options stalls Pacemaker's controller for a
     * second (2.1.5: it asks the fencer about watchdogs each time).
     */
    static CibEdit standby(Cib cib, LedgerEntry entry, NodeId node) {
        var element = cib.node(node.value());
        var id = element.map(one -> one.attribute("id")).orElse(node.value());
        var set = element.flatMap(one -> one.first("instance_attributes"))
                .map(one -> one.attribute("id"))
                .orElse("nodes-" + id);
        return new CibEdit(Tools.cibModify("<configuration><nodes><node id=" + quoted(id) + " uname="
                + quoted(node.value()) + "><instance_attributes id=" + quoted(set) + "><nvpair id="
                + quoted(standbyId(element, set))
                + " name=\"standby\" value=\"on\"/>" + mark(entry) + "</instance_attributes></node></nodes>"
                + "</configuration>"));
    }

    /** Takes the standby attribute of a node away. */
    static CibEdit noStandby(NodeId node) {
        return new CibEdit(Tools.cibDelete("/cib/configuration/nodes/node[@uname=" + inPath(node.value())
                + "]/instance_attributes/nvpair[@name='standby']"));
    }

    /** A preference of ours for a node, or with a negative score a ban of ours; its id is its mark. */
    static CibEdit location(LedgerEntry entry, String group, String node, String score, boolean promoted) {
        return new CibEdit(Tools.cibCreate(
                "constraints",
                "<rsc_location id=" + quoted(Marks.name(entry.run(), entry.id())) + " rsc=" + quoted(group)
                        + (promoted ? " role=\"Master\"" : "") + " node=" + quoted(node) + " score=" + quoted(score)
                        + "/>"));
    }

    /** Takes a constraint of ours away. */
    static CibEdit noLocation(LedgerEntry entry) {
        return new CibEdit(Tools.cibDelete("/cib/configuration/constraints/rsc_location[@id="
                + inPath(Marks.name(entry.run(), entry.id())) + "]"));
    }

    /** Sets a group's target role, and writes our mark among the cluster's options. */
    static CibEdit targetRole(Cib cib, LedgerEntry entry, String group, String role) {
        var element = cib.topResources()
                .filter(top -> top.attribute("id").equals(group))
                .findFirst();
        var kind = element.map(XmlElement::name).orElse("group");
        var set = element.flatMap(one -> one.first("meta_attributes"))
                .map(one -> one.attribute("id"))
                .orElse(group + "-meta_attributes");
        return new CibEdit(Tools.cibModify("<configuration>" + markSet(entry) + "<resources><" + kind + " id="
                + quoted(group)
                + "><meta_attributes id=" + quoted(set) + "><nvpair id=" + quoted(set + "-target-role")
                + " name=\"target-role\" value=" + quoted(role) + "/></meta_attributes></" + kind + "></resources>"
                + "</configuration>"));
    }

    /** Takes a group's target role away. */
    static CibEdit noTargetRole(String group) {
        return new CibEdit(Tools.cibDelete("/cib/configuration/resources/*[@id=" + inPath(group)
                + "]/meta_attributes/nvpair[@name='target-role']"));
    }

    /** Takes our mark away. */
    static CibEdit noMark(LedgerEntry entry) {
        return new CibEdit(
                Tools.cibDelete("/cib/configuration//nvpair[@id=" + inPath(Marks.name(entry.run(), entry.id())) + "]"));
    }

    private static String markSet(LedgerEntry entry) {
        return "<crm_config><cluster_property_set id=\"" + Marks.SET + "\">" + mark(entry)
                + "</cluster_property_set></crm_config>";
    }

    private static String mark(LedgerEntry entry) {
        var name = quoted(Marks.name(entry.run(), entry.id()));
        return "<nvpair id=" + name + " name=" + name + " value=" + quoted(Marks.value(entry)) + "/>";
    }

    private static String standbyId(Optional<XmlElement> node, String set) {
        return node.stream()
                .flatMap(one -> one.at("instance_attributes", "nvpair"))
                .filter(pair -> pair.attribute("name").equals("standby"))
                .map(pair -> pair.attribute("id"))
                .findFirst()
                .orElse(set + "-standby");
    }

    static String quoted(String value) {
        return "\"" + value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + "\"";
    }

    /** XPath 1.0 knows no escapes: a value with an apostrophe stands between quotes, one with both cannot stand at all. */
    static String inPath(String value) {
        if (!value.contains("'")) {
            return "'" + value + "'";
        }
        if (value.contains("\"")) {
            throw new IllegalArgumentException("A name with both kinds of quotes cannot be addressed: " + value);
        }
        return "\"" + value + "\"";
    }
}
