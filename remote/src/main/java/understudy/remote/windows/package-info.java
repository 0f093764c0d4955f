/** What every Windows node has in common: scripts that PowerShell reads as data, and jobs that a scheduled task runs. */
@NullMarked
package understudy.remote.windows;

import org.jspecify.annotations.NullMarked;
