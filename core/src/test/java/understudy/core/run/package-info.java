/** Claims about the state machine of a run: by scripts written by hand and by random ones. */
@NullMarked
package understudy.core.run;

import org.jspecify.annotations.NullMarked;
