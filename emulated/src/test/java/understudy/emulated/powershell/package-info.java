@NullMarked
package understudy.emulated.powershell;

import org.jspecify.annotations.NullMarked;
