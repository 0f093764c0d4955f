@NullMarked
package understudy.driver.pacemaker.packages;

import org.jspecify.annotations.NullMarked;
