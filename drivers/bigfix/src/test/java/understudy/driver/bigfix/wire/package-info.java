@NullMarked
package understudy.driver.bigfix.wire;

import org.jspecify.annotations.NullMarked;
