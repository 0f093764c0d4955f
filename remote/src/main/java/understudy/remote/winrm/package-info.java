/** WinRM: commands on Windows nodes by WS-Management shells (MS-WSMV), with a client of our own. */
@NullMarked
package understudy.remote.winrm;

import org.jspecify.annotations.NullMarked;
