/** What a patch would change on each node, and whether the cluster is ready for it; nothing is changed by asking. */
@NullMarked
package understudy.driver.pacemaker.offer;

import org.jspecify.annotations.NullMarked;
