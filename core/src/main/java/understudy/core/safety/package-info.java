/** Safety: what must hold before a step and what must be observed after it, judged over a fresh look; unknown never passes. */
@NullMarked
package understudy.core.safety;

import org.jspecify.annotations.NullMarked;
