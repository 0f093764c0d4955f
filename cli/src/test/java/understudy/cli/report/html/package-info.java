@NullMarked
package understudy.cli.report.html;

import org.jspecify.annotations.NullMarked;
