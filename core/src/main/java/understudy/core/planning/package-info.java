/** Planning: a pure function from what is seen, known and wanted to a plan with reasons, or to the findings that forbid one. */
@NullMarked
package understudy.core.planning;

import org.jspecify.annotations.NullMarked;
