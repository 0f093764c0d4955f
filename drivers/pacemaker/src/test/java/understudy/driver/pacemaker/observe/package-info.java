@NullMarked
package understudy.driver.pacemaker.observe;

import org.jspecify.annotations.NullMarked;
