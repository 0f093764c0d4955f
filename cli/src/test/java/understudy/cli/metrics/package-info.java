@NullMarked
package understudy.cli.metrics;

import org.jspecify.annotations.NullMarked;
