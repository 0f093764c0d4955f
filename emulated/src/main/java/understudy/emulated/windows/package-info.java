/** Windows nodes that are emulated: real protocols in front, a model of the cluster behind, nothing of the drivers in either. */
@NullMarked
package understudy.emulated.windows;

import org.jspecify.annotations.NullMarked;
