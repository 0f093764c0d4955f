/** Exchange 5.5, 2000 and 2003 on nodes without a remote shell: seen and acted on by programs of a management host, behind cmd.exe. Never tried on a real system. */
@NullMarked
package understudy.driver.exchange.classic;

import org.jspecify.annotations.NullMarked;
