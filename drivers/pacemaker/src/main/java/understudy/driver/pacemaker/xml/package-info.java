/** A small, bounded reader for the XML that cluster tools print: remote answers are not trusted. */
@NullMarked
package understudy.driver.pacemaker.xml;

import org.jspecify.annotations.NullMarked;
