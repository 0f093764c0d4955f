/** Real SSH servers on loopback in front of emulated nodes. */
@NullMarked
package understudy.emulated.ssh;

import org.jspecify.annotations.NullMarked;
