/** Exchange 2007 on a single copy cluster, seen and acted on through PowerShell on its nodes. */
@NullMarked
package understudy.driver.exchange;

import org.jspecify.annotations.NullMarked;
