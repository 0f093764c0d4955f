/** The rule by which an account that is not root may do what the driver sends, and nothing else: generated from the driver's own commands (docs/adr/0014). */
@NullMarked
package understudy.driver.pacemaker.helper;

import org.jspecify.annotations.NullMarked;
