/** Packages of a node: versions compared as dpkg and rpm compare them, what is half installed, what is offered. */
@NullMarked
package understudy.driver.pacemaker.packages;

import org.jspecify.annotations.NullMarked;
