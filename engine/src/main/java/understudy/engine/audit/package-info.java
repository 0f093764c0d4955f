/**
 * The audit of every command that a run sends to a node: JSON lines beside the state file, each chained to the one before by its hash,
 * so that whoever changes, removes or inserts a line is found out.
 */
@NullMarked
package understudy.engine.audit;

import org.jspecify.annotations.NullMarked;
