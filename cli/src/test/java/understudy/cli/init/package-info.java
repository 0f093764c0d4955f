@NullMarked
package understudy.cli.init;

import org.jspecify.annotations.NullMarked;
