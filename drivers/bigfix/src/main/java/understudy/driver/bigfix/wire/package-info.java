/** How we speak to a BigFix server: HTTPS, sign-in, XML. */
@NullMarked
package understudy.driver.bigfix.wire;

import org.jspecify.annotations.NullMarked;
