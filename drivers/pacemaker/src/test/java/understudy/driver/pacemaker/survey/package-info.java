@NullMarked
package understudy.driver.pacemaker.survey;

import org.jspecify.annotations.NullMarked;
