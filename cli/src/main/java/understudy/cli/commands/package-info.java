/** The commands: each reads its arguments, asks the wiring for what it needs, and prints. */
@NullMarked
package understudy.cli.commands;

import org.jspecify.annotations.NullMarked;
