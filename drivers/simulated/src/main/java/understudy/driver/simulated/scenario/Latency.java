package understudy.driver.simulated.scenario;

import java.time.Duration;

/** What takes time in a simulated cluster, with what it takes where a scenario does not say otherwise. */
public enum Latency {
    /** A question to the cluster. */
    LOOK(20, 50),
    /** A command until it has reached its node. */
    COMMAND(50, 150),
    FETCH(2000, 4000),
    INSTALL(12000, 18000),
    /** From the last group gone to the node's services up again. */
    RESTART(2500, 4000),
    /** From the node's services up to a full member. */
    JOIN(1500, 2500),
    /** From the loss of a node until its peers have noticed. */
    DETECT(3000, 4000),
    /** Powering a lost node off and being sure of it. */
    FENCE(1000, 1500),
    STOP(2500, 3500),
    START(3000, 4000),
    /** What a start takes longer where nobody has warmed the node. */
    COLD(100, 250),
    /** Moving a stopped group's storage, name and address. */
    MOVE(3000, 6000),
    UPGRADE(60000, 120000),
    /** Holding or restarting a service of a node, a check, a site's own command. */
    SERVICE(500, 2000);

    private final int leastMillis;
    private final int mostMillis;

    Latency(int leastMillis, int mostMillis) {
        this.leastMillis = leastMillis;
        this.mostMillis = mostMillis;
    }

    public Range standard() {
        return new Range(Duration.ofMillis(leastMillis), Duration.ofMillis(mostMillis));
    }
}
