@NullMarked
package understudy.engine.audit;

import org.jspecify.annotations.NullMarked;
