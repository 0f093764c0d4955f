package understudy.engine.ports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.Targets;

/**
 * One cluster, seen and acted on. Every method ends within its deadline; what escapes as an exception counts as unknown.
 * Observing, offering and checking change nothing on the cluster.
 */
public interface ClusterDriver extends AutoCloseable {
    /**
     * One look at the whole cluster, not older than the call.
     *
     * @param targets the frozen versions against which nodes are judged; {@link Targets#none()} where no run is meant
     */
    Observation observe(Targets targets);

    /** Returns a look as soon as the cluster differs from {@code last}, or an equal one after {@code atMost}. */
    Observation observeChange(ClusterSnapshot last, Targets targets, Duration atMost);

    /** What the patch would change on each node, by the nodes' own sources, read into private folders that are removed. */
    Offer offer(Patch patch);

    /** Is the cluster, and are we, ready for a run of this patch? Every finding; notes too. */
    List<Finding> check(Patch patch);

    /**
     * Carries out one step and answers what came of the command, which is never the proof: the engine observes.
     * Called again with the same action id it attaches to what is under way and never does it twice.
     */
    Outcome perform(Order order);

    /** What is known of an action that was given out before an interruption. */
    Progress probe(Order order);

    /** What the cluster did with the group's resources in that span, by its own history; asked after an outage, never in one. */
    History history(GroupId group, Instant from, Instant until);

    /** Makes ours, keeps, or gives up the cluster's lock; see {@link ClusterLock}. */
    ClusterLock lock();

    /** Gives back one ledger entry of a run, with its mark. */
    Outcome giveBack(LedgerEntry entry);

    /** Gives a mark of another run the name of this one, and leaves what it marks as it is; fails where nothing was changed. */
    Outcome adopt(Mark mark, RunId heir);

    /** The long commands that live on the nodes, whoever has started them. */
    NodeJobs jobs();

    /** How a person does all this without us. */
    Handbook handbook();

    @Override
    void close();
}
