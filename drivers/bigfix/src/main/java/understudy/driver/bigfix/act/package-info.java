/** What each verb means where agents do the work. */
@NullMarked
package understudy.driver.bigfix.act;

import org.jspecify.annotations.NullMarked;
