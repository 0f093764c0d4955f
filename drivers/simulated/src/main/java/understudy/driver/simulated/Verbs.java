package understudy.driver.simulated;

import java.util.List;
import java.util.Map;
import understudy.core.procedure.Verb;
import understudy.engine.ports.Order;

/** What each verb means on a simulated cluster. */
final class Verbs {
    private final PackageVerbs packages;
    private final OldPackages old;
    private final NodeVerbs nodes;
    private final GroupVerbs groups;
    private final GroupServices services;
    private final RightVerbs rights;

    Verbs(
            PackageVerbs packages,
            OldPackages old,
            NodeVerbs nodes,
            GroupVerbs groups,
            GroupServices services,
            RightVerbs rights) {
        this.packages = packages;
        this.old = old;
        this.nodes = nodes;
        this.groups = groups;
        this.services = services;
        this.rights = rights;
    }

    void carryOut(Order order, Job job) {
        switch (order.step().verb()) {
            case Verb.Fetch() -> packages.fetch(order, job);
            case Verb.HoldRivals() -> rights.holdRivals(order, job);
            case Verb.Install() -> packages.install(order, job);
            case Verb.Downgrade() -> old.downgrade(order, job);
            case Verb.Verify() -> packages.verify(order, job);
            case Verb.Restart(boolean _) -> nodes.restart(order, job);
            case Verb.Drain() -> nodes.drain(order, job);
            case Verb.Release() -> nodes.release(order, job);
            case Verb.LeaveCluster _ -> nodes.leave(order, job);
            case Verb.RejoinCluster() -> nodes.rejoin(order, job);
            case Verb.Prepare() -> groups.prepare(order, job);
            case Verb.AwaitHost() -> groups.awaitHost(order, job);
            case Verb.HandOver() -> groups.handOver(order, job);
            case Verb.StopGroup(Verb.Selector part) -> services.stop(order, job, part);
            case Verb.StartGroup(Verb.Selector part) -> services.start(order, job, part);
            case Verb.UpgradeGroup() -> services.upgrade(order, job);
            case Verb.WithdrawHosting() -> rights.withdraw(order, job);
            case Verb.GrantHosting() -> rights.grant(order, job);
            case Verb.HoldService(String service, Verb.ServiceState state) ->
                rights.holdService(order, job, service, state);
            case Verb.KeepSetting(String setting, String value, boolean giveBack) ->
                rights.keepSetting(order, job, Map.entry(setting, value), giveBack);
            case Verb.GiveBack(String step) -> rights.giveBack(order, job, step);
            case Verb.Check(String _, Map<String, String> _) -> rights.takesAWhile(job);
            case Verb.SiteCommand(List<String> _, List<String> _) -> rights.takesAWhile(job);
            case Verb.Confirm(String _) ->
                job.fail(
                        "VERB-UNSUPPORTED",
                        job.what,
                        "A cluster cannot answer the question of the step " + job.what + ".");
        }
    }
}
