/** Trials: the real program patches real clusters of the lab, while they are broken under it. Needs Linux and root. */
@NullMarked
package understudy.trials;

import org.jspecify.annotations.NullMarked;
