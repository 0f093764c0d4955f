/**
 * What must survive us: one SQLite file in a state directory holds the events of every run, what `runs` lists, and the inbox
 * through which other processes speak to a run. It knows nothing of what an event means.
 */
@NullMarked
package understudy.engine.journal;

import org.jspecify.annotations.NullMarked;
