@NullMarked
package understudy.cli.view;

import org.jspecify.annotations.NullMarked;
