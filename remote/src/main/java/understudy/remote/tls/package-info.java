/** TLS to a server whose certificate is judged as the inventory says: by authorities, or by a pinned fingerprint. */
@NullMarked
package understudy.remote.tls;

import org.jspecify.annotations.NullMarked;
