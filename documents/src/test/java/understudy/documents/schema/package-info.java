@NullMarked
package understudy.documents.schema;

import org.jspecify.annotations.NullMarked;
