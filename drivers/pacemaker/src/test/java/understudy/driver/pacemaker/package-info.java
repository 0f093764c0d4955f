@NullMarked
package understudy.driver.pacemaker;

import org.jspecify.annotations.NullMarked;
