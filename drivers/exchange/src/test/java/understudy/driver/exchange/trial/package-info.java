/** Whole runs on emulated nodes in simulated time, in one process: cut at every command, and failed over at every step. */
@NullMarked
package understudy.driver.exchange.trial;

import org.jspecify.annotations.NullMarked;
