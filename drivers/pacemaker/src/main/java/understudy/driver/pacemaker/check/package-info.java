/** Is the cluster ready for a run? Questions that are asked before, each with an answer for the operator. */
@NullMarked
package understudy.driver.pacemaker.check;

import org.jspecify.annotations.NullMarked;
