@NullMarked
package understudy.remote;

import org.jspecify.annotations.NullMarked;
