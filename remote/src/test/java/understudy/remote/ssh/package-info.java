@NullMarked
package understudy.remote.ssh;

import org.jspecify.annotations.NullMarked;
