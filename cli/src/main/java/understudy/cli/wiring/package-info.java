/** The composition root: from an inventory's words to drivers, probes and clocks. The only place that knows every module. */
@NullMarked
package understudy.cli.wiring;

import org.jspecify.annotations.NullMarked;
