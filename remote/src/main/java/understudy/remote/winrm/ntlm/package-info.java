/** NTLM version 2 as a client speaks it (MS-NLMP): proving a password without sending it, then signing and sealing messages. */
@NullMarked
package understudy.remote.winrm.ntlm;

import org.jspecify.annotations.NullMarked;
