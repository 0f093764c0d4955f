@NullMarked
package understudy.driver.exchange;

import org.jspecify.annotations.NullMarked;
