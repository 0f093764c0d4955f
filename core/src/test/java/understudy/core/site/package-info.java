/** Tests of the site machine. */
@NullMarked
package understudy.core.site;

import org.jspecify.annotations.NullMarked;
