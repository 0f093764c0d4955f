@NullMarked
package understudy.cli.wiring;

import org.jspecify.annotations.NullMarked;
