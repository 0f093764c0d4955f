/** Claims about the core as a whole. */
@NullMarked
package understudy.core;

import org.jspecify.annotations.NullMarked;
