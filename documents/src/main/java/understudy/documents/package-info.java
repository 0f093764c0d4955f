/** YAML documents that people write, read strictly: every value knows its place, and every finding of a file is told at once. */
@NullMarked
package understudy.documents;

import org.jspecify.annotations.NullMarked;
