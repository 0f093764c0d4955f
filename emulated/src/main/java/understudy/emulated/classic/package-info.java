/** Windows NT, 2000 and 2003 nodes with Exchange 5.5, 2000 or 2003, which have no remote shell: a management host reaches them. */
@NullMarked
package understudy.emulated.classic;

import org.jspecify.annotations.NullMarked;
