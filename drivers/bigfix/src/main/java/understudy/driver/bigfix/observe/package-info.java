/** One look at the cluster through session relevance. */
@NullMarked
package understudy.driver.bigfix.observe;

import org.jspecify.annotations.NullMarked;
