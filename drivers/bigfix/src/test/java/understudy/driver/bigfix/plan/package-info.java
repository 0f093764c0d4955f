@NullMarked
package understudy.driver.bigfix.plan;

import org.jspecify.annotations.NullMarked;
