package understudy.driver.pacemaker.act;

import java.util.List;
import understudy.core.model.Finding;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.Answer;
import understudy.remote.job.JobState;

/** Runs a site's own command once, as a job, and believes only the site's own proof. */
final class SiteCommands {
    private final Cluster cluster;

    SiteCommands(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome run(Order order, NodeLink link, List<String> command, List<String> proof) {
        var until = cluster.clock().instant().plus(order.deadline());
        var work = new Work(link, order, cluster.clock());
        var state = work.runCommand(command, until);
        if (state instanceof JobState.Refused(String reason)) {
            return new Outcome.Failed(finding(link, "was not started: " + reason));
        }
        if (!(state instanceof JobState.Ended ended)) {
            return new Outcome.Unknown(finding(link, "has not ended, or its end is not known"));
        }
        var proven = link.run(proof, Work.call());
        if (proven instanceof Answer.Finished finished && finished.succeeded()) {
            return new Outcome.Succeeded("The site's command is proven on " + link.nodeName() + ".");
        }
        return proven instanceof Answer.Finished
                ? new Outcome.Failed(finding(
                        link,
                        "ended with " + ended.exit() + " and its proof does not hold: "
                                + Sentences.lastLines(work.said(), 1)))
                : new Outcome.Unknown(finding(link, "ended with " + ended.exit() + " and its proof got no answer"));
    }

    private static Finding finding(NodeLink link, String what) {
        return Finding.error(
                "SITE-COMMAND",
                link.nodeName(),
                "On " + link.nodeName() + " the site's command " + what + ".",
                "Look at it there.");
    }
}
