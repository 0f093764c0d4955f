/** A site: many clusters patched in the right order, in waves, as one run; pure, like the machine of a single run. */
@NullMarked
package understudy.core.site;

import org.jspecify.annotations.NullMarked;
