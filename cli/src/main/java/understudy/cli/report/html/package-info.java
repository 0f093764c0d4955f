/** The report as one HTML file that needs nothing else: no script, no font, no picture from anywhere. */
@NullMarked
package understudy.cli.report.html;

import org.jspecify.annotations.NullMarked;
