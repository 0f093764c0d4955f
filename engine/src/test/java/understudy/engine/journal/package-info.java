@NullMarked
package understudy.engine.journal;

import org.jspecify.annotations.NullMarked;
