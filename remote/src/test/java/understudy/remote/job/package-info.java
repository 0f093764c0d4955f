@NullMarked
package understudy.remote.job;

import org.jspecify.annotations.NullMarked;
