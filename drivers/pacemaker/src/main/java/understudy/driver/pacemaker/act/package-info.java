/** The verbs, each repeatable: what is recorded first, what is changed, and what is waited for. */
@NullMarked
package understudy.driver.pacemaker.act;

import org.jspecify.annotations.NullMarked;
