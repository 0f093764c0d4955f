/** A run's figures for Prometheus: what is told of it, and the text format in which it is read. */
@NullMarked
package understudy.cli.metrics;

import org.jspecify.annotations.NullMarked;
