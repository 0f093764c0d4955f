/** Scenarios: what a simulated cluster looks like when it begins, how long things take in it, and what goes wrong. */
@NullMarked
package understudy.driver.simulated.scenario;

import org.jspecify.annotations.NullMarked;
