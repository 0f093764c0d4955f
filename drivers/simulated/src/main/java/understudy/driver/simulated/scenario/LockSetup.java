package understudy.driver.simulated.scenario;

import java.time.Duration;

/** Somebody else's lock, there when the scenario begins. */
public record LockSetup(String run, String store, Duration lease) {}
