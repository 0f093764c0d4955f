/** The run's state machine: pure, fed with events that are already durable, and asked what is outstanding. */
@NullMarked
package understudy.core.run;

import org.jspecify.annotations.NullMarked;
