/** Whole runs through an emulated BigFix server in simulated time, cut and trapped. */
@NullMarked
package understudy.driver.bigfix.trial;

import org.jspecify.annotations.NullMarked;
