/** Procedures and patches as files: reading them strictly, and the procedures that ship with the program. */
@NullMarked
package understudy.procedures;

import org.jspecify.annotations.NullMarked;
