/** Real time for the engine. */
@NullMarked
package understudy.engine.time;

import org.jspecify.annotations.NullMarked;
