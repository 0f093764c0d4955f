@NullMarked
package understudy.driver.bigfix.lock;

import org.jspecify.annotations.NullMarked;
