/** The inventory: which clusters there are, how they are reached, what hangs on their groups, what their owner allows. */
@NullMarked
package understudy.cli.inventory;

import org.jspecify.annotations.NullMarked;
