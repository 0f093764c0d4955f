@NullMarked
package understudy.driver.exchange.classic;

import org.jspecify.annotations.NullMarked;
