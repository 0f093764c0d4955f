@NullMarked
package understudy.lab;

import org.jspecify.annotations.NullMarked;
