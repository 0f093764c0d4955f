/** The vocabulary of procedures: a procedure is data, its verbs are few and typed, and what a verb means on a platform is the driver's. */
@NullMarked
package understudy.core.procedure;

import org.jspecify.annotations.NullMarked;
