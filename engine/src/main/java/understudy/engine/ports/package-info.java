/** What the engine needs of the world: a cluster to see and to act on, a watch on the outage, time. Drivers implement these. */
@NullMarked
package understudy.engine.ports;

import org.jspecify.annotations.NullMarked;
