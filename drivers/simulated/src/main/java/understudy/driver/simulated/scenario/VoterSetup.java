package understudy.driver.simulated.scenario;

/** A voter that is not a node: a witness, a quorum disk, a quorum device. */
public record VoterSetup(String name, int votes, boolean present) {}
