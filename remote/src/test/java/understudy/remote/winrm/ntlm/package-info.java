/** Tests of the package of the same name. */
@NullMarked
package understudy.remote.winrm.ntlm;

import org.jspecify.annotations.NullMarked;
