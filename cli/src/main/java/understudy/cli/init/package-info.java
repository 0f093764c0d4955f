/** The first inventory of a cluster: what its nodes show, tried where it can be tried, written down for its owner to decide. */
@NullMarked
package understudy.cli.init;

import org.jspecify.annotations.NullMarked;
