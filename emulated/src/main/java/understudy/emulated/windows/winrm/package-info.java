/**
 * WinRM in front of an emulated node: a listener that speaks WS-Management (MS-WSMV) on loopback.
 *
 * <p>Written from the protocol's documents, apart from the client; what no document says is marked in {@code docs/winrm.md}.
 */
@NullMarked
package understudy.emulated.windows.winrm;

import org.jspecify.annotations.NullMarked;
