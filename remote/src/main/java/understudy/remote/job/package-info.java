/** Long commands on a node that outlive the connection and us, and whose record outlives the node's power. */
@NullMarked
package understudy.remote.job;

import org.jspecify.annotations.NullMarked;
