package understudy.emulated.powershell;

import java.io.IOException;
import java.util.List;

/** What a cmdlet does with its bound parameters and what the pipe brings it. */
@FunctionalInterface
public interface Cmdlet {
    /** The objects that it passes on. */
    List<Object> run(Call call) throws PowerShellError, IOException, InterruptedException;
}
