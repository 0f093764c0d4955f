/** What a person reads: the plan as a page to sign, the run as it goes, the report. */
@NullMarked
package understudy.cli.view;

import org.jspecify.annotations.NullMarked;
