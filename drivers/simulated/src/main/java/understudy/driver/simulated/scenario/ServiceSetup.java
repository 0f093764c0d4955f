package understudy.driver.simulated.scenario;

/**
 * A service of a node that a procedure may hold.
 *
 * @param running it runs when the scenario begins, and after each boot
 * @param holdsCounters while it runs it keeps performance counters open, over which Exchange's setup stumbles
 */
public record ServiceSetup(boolean running, boolean holdsCounters) {}
