/** The cluster's lock and the marks of ledger entries, as actions that run nowhere. */
@NullMarked
package understudy.driver.bigfix.lock;

import org.jspecify.annotations.NullMarked;
