package understudy.driver.simulated;

/**
 * Packages that were left half installed.
 *
 * @param repairable installing again puts it right
 */
record Damage(String reason, String remedy, boolean repairable) {}
