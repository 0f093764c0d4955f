/** Whole runs of the engine against a cluster written by hand, in settable time. */
@NullMarked
package understudy.engine.run;

import org.jspecify.annotations.NullMarked;
