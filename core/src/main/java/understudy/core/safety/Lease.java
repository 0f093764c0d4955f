package understudy.core.safety;

import java.time.Instant;

/**
 * How the cluster's lock stands, as far as the run knows it.
 *
 * @param ours the last answer from a partition with quorum named our run
 * @param until the end of the lease
 */
public record Lease(boolean ours, Instant until) {}
