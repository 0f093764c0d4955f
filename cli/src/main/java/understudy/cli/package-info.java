/** The command line, and the place where everything is put together. */
@NullMarked
package understudy.cli;

import org.jspecify.annotations.NullMarked;
