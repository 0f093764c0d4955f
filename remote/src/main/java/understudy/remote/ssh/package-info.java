/** Commands on a node over SSH, by Apache MINA SSHD. Nothing of that library shows outside of this package. */
@NullMarked
package understudy.remote.ssh;

import org.jspecify.annotations.NullMarked;
