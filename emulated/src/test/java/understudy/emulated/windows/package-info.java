@NullMarked
package understudy.emulated.windows;

import org.jspecify.annotations.NullMarked;
