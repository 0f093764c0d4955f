/** Tests of the package of the same name. */
@NullMarked
package understudy.emulated.windows.winrm;

import org.jspecify.annotations.NullMarked;
