package understudy.driver.pacemaker.observe;

import understudy.core.model.Membership;
import understudy.driver.pacemaker.xml.XmlElement;

/** A node as one line of {@code crm_mon} shows it. */
public record MonNode(
        String name,
        String id,
        boolean online,
        boolean standby,
        boolean maintenance,
        boolean pending,
        boolean unclean,
        boolean shutdown,
        boolean expectedUp,
        int running,
        String type) {
    static MonNode of(XmlElement node) {
        return new MonNode(
                node.attribute("name"),
                node.attribute("id"),
                node.flag("online"),
                node.flag("standby"),
                node.flag("maintenance"),
                node.flag("pending"),
                node.flag("unclean"),
                node.flag("shutdown"),
                node.flag("expected_up"),
                node.number("resources_running", 0),
                node.attribute("type"));
    }

    /** A full cluster node, as against a remote or guest node, which has no vote. */
    public boolean isFullNode() {
        return type.equals("member");
    }

    /**
     * Where the node stands. A node that Pacemaker awaits or has just lost sight of in good order ({@code pending}) is shown as
     * standby too, so that standby counts only for a settled member.
     */
    public Membership membership() {
        if (unclean) {
            return Membership.LOST;
        }
        if (!online) {
            return expectedUp ? Membership.LOST : Membership.LEFT;
        }
        if (pending) {
            return Membership.JOINING;
        }
        return shutdown ? Membership.LEAVING : Membership.MEMBER;
    }

    /** Held from hosting by a standby that is real, not by one that only looks so. */
    public boolean isDrained(boolean standbyConfigured) {
        return membership().isMember() ? standby : standbyConfigured;
    }
}
