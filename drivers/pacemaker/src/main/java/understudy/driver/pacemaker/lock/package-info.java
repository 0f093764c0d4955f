/** The run's lock in the cluster's configuration. */
@NullMarked
package understudy.driver.pacemaker.lock;

import org.jspecify.annotations.NullMarked;
