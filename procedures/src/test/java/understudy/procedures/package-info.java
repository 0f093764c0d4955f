@NullMarked
package understudy.procedures;

import org.jspecify.annotations.NullMarked;
