package understudy.driver.pacemaker.observe;

import java.util.Optional;
import understudy.driver.pacemaker.node.Blocks;
import understudy.driver.pacemaker.xml.UnreadableXml;
import understudy.driver.pacemaker.xml.XmlReader;

/**
 * What the cluster's tools said on one node, in one exchange.
 *
 * @param asked the node
 * @param controller the state of the deciding node as it answered over the cluster's own network, such as {@code S_IDLE}; empty where
 *     it did not answer
 */
public record ClusterLook(String asked, CrmMon mon, Cib cib, Optional<String> controller, Optional<QuorumTool> quorum) {
    /** What came of asking: a look that is to be believed, or the sentence that says why it is not. */
    public sealed interface Judged {
        record Believed(ClusterLook look) implements Judged {}

        record NotBelieved(String reason) implements Judged {}
    }

    /** No transition is under way and none is being thought about. */
    public boolean isIdle() {
        return controller.filter("S_IDLE"::equals).isPresent();
    }

    /**
     * Reads the blocks of {@code cluster.sh} and judges them: only a settled member of a partition with quorum, whose deciding node
     * answers now, speaks for the cluster. A node that has just started shows all nodes as lost, itself too, with exit code 0.
     */
    public static Judged judge(String asked, Blocks blocks) {
        try {
            var mon = blocks.block("mon");
            if (mon.isEmpty() || mon.get().text().isBlank()) {
                return no("On " + asked + " crm_mon gave no answer (is Pacemaker 2.0.3 or later installed there?).");
            }
            var view =
                    CrmMon.parse("The answer of crm_mon on " + asked, mon.get().text());
            if (mon.get().exit() != 0 || view.status() != 0) {
                return no("On " + asked + " the cluster is not running (crm_mon ended with "
                        + mon.get().exit() + ").");
            }
            var configuration = blocks.good("cib");
            if (configuration.isEmpty()) {
                return no("On " + asked + " cibadmin could not read the cluster's configuration.");
            }
            var cib = Cib.parse("The answer of cibadmin on " + asked, configuration.get());
            return judge(new ClusterLook(
                    asked,
                    view,
                    cib,
                    controller(asked, blocks),
                    blocks.good("quorum").flatMap(QuorumTool::parse)));
        } catch (UnreadableXml unreadable) {
            return no(unreadable.sentence());
        }
    }

    private static Judged judge(ClusterLook look) {
        var asked = look.asked;
        if (look.mon.dc().isEmpty()) {
            return no("On " + asked + " the cluster has no deciding node yet.");
        }
        boolean ignoresQuorum =
                look.cib.properties().getOrDefault("no-quorum-policy", "stop").equals("ignore");
        if (!ignoresQuorum && !look.hasQuorum()) {
            return no(asked + " is in a partition without quorum, which does not speak for the cluster.");
        }
        var self = look.mon.node(asked);
        if (self.isEmpty()
                || !self.get().online()
                || self.get().pending()
                || self.get().unclean()) {
            return no(asked + " is not a settled member by its own view, so that its view is not the cluster's.");
        }
        if (look.controller.isEmpty()) {
            return no("The deciding node " + look.mon.dc().get() + " did not answer " + asked
                    + " over the cluster's network, so that the view may be old.");
        }
        return new Judged.Believed(look);
    }

    private boolean hasQuorum() {
        return mon.quorum() && quorum.map(QuorumTool::quorate).orElse(true);
    }

    private static Optional<String> controller(String asked, Blocks blocks) throws UnreadableXml {
        var answer = blocks.good("controller");
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        return XmlReader.read("The answer of crmadmin on " + asked, answer.get())
                .at("crmd")
                .filter(crmd -> crmd.attribute("result").equals("ok"))
                .map(crmd -> crmd.attribute("state"))
                .findFirst();
    }

    private static Judged no(String reason) {
        return new Judged.NotBelieved(reason);
    }
}
