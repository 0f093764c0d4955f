/** Tests of the package of the same name. */
@NullMarked
package understudy.remote.winrm;

import org.jspecify.annotations.NullMarked;
