/** What the cluster's tools print, read into one snapshot; what is not believable is said to be so. */
@NullMarked
package understudy.driver.pacemaker.observe;

import org.jspecify.annotations.NullMarked;
