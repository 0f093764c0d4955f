/** One look at the whole cluster: what the cluster says, and what each node says of itself. */
@NullMarked
package understudy.driver.exchange.observe;

import org.jspecify.annotations.NullMarked;
