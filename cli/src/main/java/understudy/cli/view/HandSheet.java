package understudy.cli.view;

import java.util.List;
import understudy.engine.run.ManualPart;

/**
 * All that a person needs to go on with a run without this program.
 *
 * @param carried a process of this machine carries the run at this moment, and would get in the way
 * @param cautions what is to be known before anything is typed
 * @param finish the rest of the plan in its order
 * @param goBack what gives everything back instead
 */
public record HandSheet(
        String run,
        String cluster,
        boolean carried,
        List<String> cautions,
        List<ManualPart> finish,
        List<ManualPart> goBack) {
    public HandSheet {
        cautions = List.copyOf(cautions);
        finish = List.copyOf(finish);
        goBack = List.copyOf(goBack);
    }
}
