package understudy.driver.simulated.scenario;

/** The version that a group's own data have; it is upgraded apart from the binaries. */
public record GroupVersion(String component, String version) {}
