@NullMarked
package understudy.driver.simulated;

import org.jspecify.annotations.NullMarked;
