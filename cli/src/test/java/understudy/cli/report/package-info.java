@NullMarked
package understudy.cli.report;

import org.jspecify.annotations.NullMarked;
