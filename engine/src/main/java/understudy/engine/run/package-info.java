/** The run loop: observe, plan, guard, record, act, observe, record; and what surrounds it: lock, ledger, settlement, recovery. */
@NullMarked
package understudy.engine.run;

import org.jspecify.annotations.NullMarked;
