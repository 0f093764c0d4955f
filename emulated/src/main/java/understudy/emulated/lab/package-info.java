/** Whole emulated clusters, with every door that leads to their nodes. */
@NullMarked
package understudy.emulated.lab;

import org.jspecify.annotations.NullMarked;
