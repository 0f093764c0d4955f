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
        String name = JobName.of(Work.id(action)).value();
        String unit = name + ".service";
        String folder = JobSpool.USUAL.folder() + "/jobs/" + name;
        return List.of(
                ManualCommand.on(
                        node,
                        "while " + Quoting.typed(List.of("systemctl", "is-active", "--quiet", unit))
                                + "; do sleep 2; done",
                        "Waits for the job's end; meanwhile `systemctl status " + name + "` shows it, and " + folder
                                + "/output what it says. No such unit means that it runs no more."),
                ManualCommand.on(
                        node,
                        Quoting.typed(List.of("tail", "-n", "3", folder + "/end.json", folder + "/output"))
                                + " || true",
                        "The first file says how it ended. Where it is missing, the job was broken off or never began."));
    }
}
