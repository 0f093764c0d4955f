/** Windows clusters that are patched by the agents of BigFix: the plan, the guards and the proof are ours, the work is theirs. */
@NullMarked
package understudy.driver.bigfix;

import org.jspecify.annotations.NullMarked;
