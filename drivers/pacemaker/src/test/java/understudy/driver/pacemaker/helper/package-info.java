@NullMarked
package understudy.driver.pacemaker.helper;

import org.jspecify.annotations.NullMarked;
