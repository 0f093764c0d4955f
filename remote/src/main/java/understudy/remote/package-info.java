/** Access to one node: commands, files and jobs, whatever carries them there. */
@NullMarked
package understudy.remote;

import org.jspecify.annotations.NullMarked;
