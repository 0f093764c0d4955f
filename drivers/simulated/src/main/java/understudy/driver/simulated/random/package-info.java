/** Random scenarios with seeds, for property tests and benchmarks. */
@NullMarked
package understudy.driver.simulated.random;

import org.jspecify.annotations.NullMarked;
