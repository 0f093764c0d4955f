@NullMarked
package understudy.driver.simulated.scenario;

import org.jspecify.annotations.NullMarked;
