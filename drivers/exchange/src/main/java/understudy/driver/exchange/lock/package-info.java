/** The cluster's lock: a private property of the cluster group. */
@NullMarked
package understudy.driver.exchange.lock;

import org.jspecify.annotations.NullMarked;
