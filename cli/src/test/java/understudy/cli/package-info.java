@NullMarked
package understudy.cli;

import org.jspecify.annotations.NullMarked;
