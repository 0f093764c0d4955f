@NullMarked
package understudy.driver.pacemaker.node;

import org.jspecify.annotations.NullMarked;
