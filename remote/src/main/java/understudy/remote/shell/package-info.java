/** The one place that turns an argument list into text for a remote POSIX shell. */
@NullMarked
package understudy.remote.shell;

import org.jspecify.annotations.NullMarked;
