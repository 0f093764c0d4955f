/** Corosync and Pacemaker clusters, seen and acted on by the cluster's own tools over a shell on each node. */
@NullMarked
package understudy.driver.pacemaker;

import org.jspecify.annotations.NullMarked;
