/** JSON that programs write: immutable records in canonical form, the same bytes for the same value in every process. */
@NullMarked
package understudy.documents.json;

import org.jspecify.annotations.NullMarked;
