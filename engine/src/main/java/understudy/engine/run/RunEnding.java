package understudy.engine.run;

import understudy.core.run.RunResult;
import understudy.core.run.State;

/** How a run, or this process's part in it, came to its end. */
public record RunEnding(RunResult result, String sentence, State state) {}
