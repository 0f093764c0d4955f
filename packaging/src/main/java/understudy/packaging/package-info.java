/** What an installed program has beside it: manual pages and completion scripts, made from the commands as they are. */
@NullMarked
package understudy.packaging;

import org.jspecify.annotations.NullMarked;
