/** Exchange 2007 on a cluster, seen and acted on through PowerShell on its nodes. */
@NullMarked
package understudy.driver.exchange;

import org.jspecify.annotations.NullMarked;
