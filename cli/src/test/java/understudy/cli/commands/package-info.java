@NullMarked
package understudy.cli.commands;

import org.jspecify.annotations.NullMarked;
