/** The same operations on the emulated and on the simulated Exchange cluster, each behind its own driver: both must answer alike. */
@NullMarked
package understudy.driver.exchange.contract;

import org.jspecify.annotations.NullMarked;
