/** Plans of Server Automation: read, shown in our words, started, watched; and our plan written as one. */
@NullMarked
package understudy.driver.bigfix.plan;

import org.jspecify.annotations.NullMarked;
