package understudy.driver.pacemaker.act;

import understudy.core.model.LedgerEntry;
import understudy.core.procedure.Verb;
import understudy.driver.pacemaker.Marks;
import understudy.engine.ports.Order;
import understudy.engine.ports.Progress;
import understudy.remote.job.JobName;
import understudy.remote.job.JobState;

/** What is known of an action that was given out before: of its job, or of its mark in the cluster. */
final class Probe {
    private final Cluster cluster;

    Probe(Cluster cluster) {
        this.cluster = cluster;
    }

    Progress of(Order order) {
        return switch (order.step().verb()) {
            case Verb.Fetch(), Verb.Install(), Verb.Downgrade(), Verb.Restart _, Verb.SiteCommand _ -> probeJob(order);
            case Verb.Drain() -> probeMark(Entries.drain(order.action().run(), Subjects.place(order)));
            case Verb.HandOver() -> probeHandOver(order);
            case Verb.LeaveCluster _, Verb.RejoinCluster(), Verb.Release(), Verb.StopGroup _, Verb.StartGroup _ ->
                new Progress.Unknown("The cluster's state shows it.");
            case Verb.HoldRivals(),
                    Verb.WithdrawHosting(),
                    Verb.GrantHosting(),
                    Verb.Verify(),
                    Verb.Prepare(),
                    Verb.AwaitHost() -> new Progress.NotStarted();
            case Verb.Check _,
                    Verb.Confirm _,
                    Verb.GiveBack _,
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.UpgradeGroup() -> new Progress.NotStarted();
        };
    }

    private Progress probeJob(Order order) {
        var link = cluster.talk().link(Subjects.place(order).value());
        if (link.isEmpty()) {
            return new Progress.NotStarted();
        }
        return switch (link.get().jobs().find(JobName.of(Work.id(order.action())))) {
            case JobState.Absent() -> new Progress.NotStarted();
            case JobState.Running _, JobState.Ended _ -> new Progress.Running();
            case JobState.UnknownEnd unknown ->
                order.step().verb() instanceof Verb.Restart
                        ? new Progress.Running()
                        : new Progress.Unknown("The job was broken off"
                                + (unknown.nodeRestarted()
                                        ? " by a restart of " + link.get().nodeName()
                                        : "") + ".");
            case JobState.Refused(String reason) -> new Progress.Unknown(reason);
            case JobState.Unseen(var why) -> new Progress.Unknown(why.reason());
        };
    }

    private Progress probeMark(LedgerEntry entry) {
        try {
            boolean marked = Marks.in(cluster.look().cib()).stream()
                    .anyMatch(mark ->
                            mark.run().equals(entry.run()) && mark.entry().equals(entry.id()));
            return marked ? new Progress.Running() : new Progress.NotStarted();
        } catch (Refusal unseen) {
            return new Progress.Unknown(unseen.finding().sentence());
        }
    }

    private Progress probeHandOver(Order order) {
        if (order.step().group().isEmpty() || order.step().destination().isEmpty()) {
            return new Progress.NotStarted();
        }
        return probeMark(Entries.preference(
                order.action().run(),
                order.step().group().get(),
                order.step().destination().get()));
    }
}
