/** As much of PowerShell 1.0 as a node is sent: parsed by a grammar, carried out on values; everything else is an error. */
@NullMarked
package understudy.emulated.powershell;

import org.jspecify.annotations.NullMarked;
