@NullMarked
package understudy.documents;

import org.jspecify.annotations.NullMarked;
