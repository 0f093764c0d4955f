/** Programs of the site that we start here: hooks, probes, what fetches a secret. */
@NullMarked
package understudy.engine.programs;

import org.jspecify.annotations.NullMarked;
