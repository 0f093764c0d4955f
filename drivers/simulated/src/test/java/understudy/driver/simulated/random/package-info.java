@NullMarked
package understudy.driver.simulated.random;

import org.jspecify.annotations.NullMarked;
