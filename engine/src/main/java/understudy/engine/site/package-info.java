/** Carries a site run: begins its members' own runs, hears how they end, and records both before it goes on. */
@NullMarked
package understudy.engine.site;

import org.jspecify.annotations.NullMarked;
