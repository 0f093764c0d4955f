/** Tests of the package of the same name. */
@NullMarked
package understudy.emulated.windows.ntlm;

import org.jspecify.annotations.NullMarked;
