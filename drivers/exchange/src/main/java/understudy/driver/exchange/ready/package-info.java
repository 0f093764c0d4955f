/** Is a cluster ready to be patched: questions as data, each with its rule, its weight, its remedy and its source. */
@NullMarked
package understudy.driver.exchange.ready;

import org.jspecify.annotations.NullMarked;
