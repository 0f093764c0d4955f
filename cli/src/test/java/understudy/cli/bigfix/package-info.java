@NullMarked
package understudy.cli.bigfix;

import org.jspecify.annotations.NullMarked;
