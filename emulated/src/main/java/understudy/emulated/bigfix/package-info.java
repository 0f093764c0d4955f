/** A BigFix server with its REST API, and an agent on every emulated Windows node: actions, their statuses and the traps in them. */
@NullMarked
package understudy.emulated.bigfix;

import org.jspecify.annotations.NullMarked;
