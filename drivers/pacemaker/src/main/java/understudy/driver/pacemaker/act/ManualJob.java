package understudy.driver.pacemaker.act;

import java.util.List;
import understudy.core.model.ActionId;
import understudy.core.model.NodeId;
import understudy.core.planning.Step;
import understudy.engine.ports.ManualCommand;
import understudy.remote.job.JobName;
import understudy.remote.job.JobSpool;
import understudy.remote.shell.Quoting;

/** A job of ours that may still run on a node, as a person finds it there: by its unit, and by its record. */
final class ManualJob {
    private ManualJob() {}

    static List<ManualCommand> ended(ActionId action, Step step) {
        NodeId node = step.executedOn().or(step::node).orElse(new NodeId("?"));
        String record = folder(action);
        return List.of(
                waited(node, action),
                ManualCommand.on(
                        node,
                        Quoting.typed(List.of("tail", "-n", "3", record + "/end.json", record + "/output"))
                                + " || true",
                        "The first file says how it ended. Where it is missing, the job was broken off or never began."));
    }

    /** Ends when the job runs no more. */
    static ManualCommand waited(NodeId node, ActionId action) {
        String name = name(action);
        return ManualCommand.on(
                node,
                "while " + Quoting.typed(List.of("systemctl", "is-active", "--quiet", name + ".service"))
                        + "; do sleep 2; done",
                "Waits for the job's end; meanwhile `systemctl status " + name + "` shows it, and " + folder(action)
                        + "/output what it says. No such unit means that it runs no more.");
    }

    private static String folder(ActionId action) {
        return JobSpool.USUAL.folder() + "/jobs/" + name(action);
    }

    private static String name(ActionId action) {
        return JobName.of(Work.id(action)).value();
    }
}
