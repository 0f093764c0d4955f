@NullMarked
package understudy.driver.bigfix;

import org.jspecify.annotations.NullMarked;
