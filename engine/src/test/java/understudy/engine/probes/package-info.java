@NullMarked
package understudy.engine.probes;

import org.jspecify.annotations.NullMarked;
