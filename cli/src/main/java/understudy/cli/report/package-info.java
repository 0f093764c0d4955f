/** What a run was, as its events alone tell it: facts without layout, published as JSON. */
@NullMarked
package understudy.cli.report;

import org.jspecify.annotations.NullMarked;
