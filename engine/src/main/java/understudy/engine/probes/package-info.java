/** Probes that ask each group's service as its clients would, and the outages that follow from the answers. */
@NullMarked
package understudy.engine.probes;

import org.jspecify.annotations.NullMarked;
