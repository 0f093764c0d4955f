@NullMarked
package understudy.engine.time;

import org.jspecify.annotations.NullMarked;
