/**
 * Real Pacemaker clusters on one Linux machine: nodes that boot, fail, are fenced and take packages, made to be broken.
 *
 * <p>The lab knows nothing of the drivers or the engine: it is what they are tried against.
 */
@NullMarked
package understudy.lab;

import org.jspecify.annotations.NullMarked;
