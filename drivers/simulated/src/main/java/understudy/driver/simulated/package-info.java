/** A simulated cluster behind the same interface as the real ones: simulated time, latencies with seeds, faults, and rules of its own. */
@NullMarked
package understudy.driver.simulated;

import org.jspecify.annotations.NullMarked;
