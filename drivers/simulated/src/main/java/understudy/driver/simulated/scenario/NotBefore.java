package understudy.driver.simulated.scenario;

import java.time.Duration;

/**
 * Why a node may not host a group yet.
 *
 * @param until after the scenario's start
 */
public record NotBefore(String reason, Duration until) {}
