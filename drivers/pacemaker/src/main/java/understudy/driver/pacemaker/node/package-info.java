/** One node at a time: the scripts that are sent to it, what it answers, and what that says of it. */
@NullMarked
package understudy.driver.pacemaker.node;

import org.jspecify.annotations.NullMarked;
