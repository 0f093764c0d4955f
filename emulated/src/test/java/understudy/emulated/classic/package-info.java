@NullMarked
package understudy.emulated.classic;

import org.jspecify.annotations.NullMarked;
