/** Judges documents by their published JSON schemas, for tests and builds only: at run time the readers alone judge (docs/adr/0001). */
@NullMarked
package understudy.documents.schema;

import org.jspecify.annotations.NullMarked;
