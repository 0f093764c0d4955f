@NullMarked
package understudy.cli.exchange;

import org.jspecify.annotations.NullMarked;
