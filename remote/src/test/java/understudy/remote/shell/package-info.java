@NullMarked
package understudy.remote.shell;

import org.jspecify.annotations.NullMarked;
