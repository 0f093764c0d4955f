@NullMarked
package understudy.documents.json;

import org.jspecify.annotations.NullMarked;
