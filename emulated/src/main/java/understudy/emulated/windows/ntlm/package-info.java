/** NTLM version 2 as a Windows node accepts it (MS-NLMP), written apart from the client that is tested against it. */
@NullMarked
package understudy.emulated.windows.ntlm;

import org.jspecify.annotations.NullMarked;
