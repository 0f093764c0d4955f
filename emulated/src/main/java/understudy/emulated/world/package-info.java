/** A world of Windows nodes in a cluster with Exchange 2007 on it, which keeps Exchange's rules by itself. */
@NullMarked
package understudy.emulated.world;

import org.jspecify.annotations.NullMarked;
