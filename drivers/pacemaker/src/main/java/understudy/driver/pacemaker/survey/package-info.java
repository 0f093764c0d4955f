/** What an inventory needs, read from a cluster that the tool has never seen: nodes, addresses, groups, and guesses that say that they are. */
@NullMarked
package understudy.driver.pacemaker.survey;

import org.jspecify.annotations.NullMarked;
