/** Whole runs: the engine, the planner and the shipped procedures against the simulated cluster. */
@NullMarked
package understudy.driver.simulated.runs;

import org.jspecify.annotations.NullMarked;
