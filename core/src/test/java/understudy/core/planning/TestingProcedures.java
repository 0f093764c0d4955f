package understudy.core.planning;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.procedure.Procedure;
import understudy.core.procedure.Procedure.HandoverTiming;
import understudy.core.procedure.Procedure.Order;
import understudy.core.procedure.Procedure.Vacate;
import understudy.core.procedure.Procedure.Visit;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.ProcedureStep.AfterDoubt;
import understudy.core.procedure.ProcedureStep.By;
import understudy.core.procedure.ProcedureStep.Outage;
import understudy.core.procedure.ProcedureStep.Where;
import understudy.core.procedure.Verb;

/** Procedures for tests, cut from the shapes that ship. */
public final class TestingProcedures {
    private TestingProcedures() {}

    public static ProcedureStep step(String id, Verb verb, int seconds) {
        return step(id, verb, seconds, Where.NODE, Outage.NONE);
    }

    public static ProcedureStep step(String id, Verb verb, int seconds, Where where, Outage outage) {
        return new ProcedureStep(
                id,
                verb,
                where,
                Duration.ofMinutes(10),
                Duration.ofSeconds(seconds),
                By.DRIVER,
                Optional.empty(),
                AfterDoubt.ASK,
                outage);
    }

    /** Drain, install, restart if asked, verify, release; one move is the whole outage. */
    public static Procedure rolling() {
        return new Procedure(
                "rolling",
                "Node by node",
                "testing",
                List.of(),
                Order.PASSIVE_FIRST,
                HandoverTiming.AFTER_PASSIVE_NODES,
                Visit.VACATED,
                Vacate.WEIGHTED,
                false,
                List.of(step("fetch", new Verb.Fetch(), 15, Where.EACH_NODE, Outage.NONE)),
                List.of(
                        step("drain", new Verb.Drain(), 3),
                        step("install", new Verb.Install(), 20),
                        step("restart", new Verb.Restart(false), 10),
                        step("verify", new Verb.Verify(), 1),
                        step("release", new Verb.Release(), 1)),
                List.of(
                        step("prepare", new Verb.Prepare(), 2, Where.DESTINATION, Outage.NONE),
                        step("move", new Verb.HandOver(), 7, Where.ANY_NODE, Outage.WHOLE)),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** The same, in which a node leaves the cluster where the patch changes one of these components. */
    static Procedure leaving(String... components) {
        Procedure of = rolling();
        return new Procedure(
                of.id(),
                of.title(),
                of.platform(),
                of.kinds(),
                of.order(),
                of.handoverTiming(),
                of.visit(),
                of.vacate(),
                of.versionFence(),
                of.before(),
                List.of(
                        step("drain", new Verb.Drain(), 3),
                        step("leave", new Verb.LeaveCluster(List.of(components)), 3),
                        step("install", new Verb.Install(), 20),
                        step("restart", new Verb.Restart(false), 10),
                        step("rejoin", new Verb.RejoinCluster(), 8),
                        step("verify", new Verb.Verify(), 1),
                        step("release", new Verb.Release(), 1)),
                of.handover(),
                of.pointOfNoReturn(),
                of.proof(),
                of.after());
    }

    /** Stop, move, upgrade where the newer binaries are; every group off the node; a restart each time; fenced by version. */
    public static Procedure upgrading() {
        return new Procedure(
                "upgrading",
                "Service pack",
                "testing",
                List.of(),
                Order.PASSIVE_FIRST,
                HandoverTiming.AFTER_PASSIVE_NODES,
                Visit.VACATED,
                Vacate.ALL,
                true,
                List.of(step("fetch", new Verb.Fetch(), 120, Where.EACH_NODE, Outage.NONE)),
                List.of(
                        step("drain", new Verb.Drain(), 20),
                        step("agent", new Verb.HoldService("MOM", Verb.ServiceState.STOPPED), 5),
                        step("registry", new Verb.HoldService("RemoteRegistry", Verb.ServiceState.RESTARTED), 5),
                        step("install", new Verb.Install(), 2400),
                        step("restart", new Verb.Restart(true), 360),
                        step("give-back-agent", new Verb.GiveBack("agent"), 5),
                        step("verify", new Verb.Verify(), 5),
                        step("release", new Verb.Release(), 10)),
                List.of(
                        step("prepare", new Verb.Prepare(), 30, Where.DESTINATION, Outage.NONE),
                        step("stop", new Verb.StopGroup(Verb.Selector.whole()), 60, Where.NODE, Outage.BEGINS),
                        step("move", new Verb.HandOver(), 40, Where.DESTINATION, Outage.INSIDE),
                        step("upgrade", new Verb.UpgradeGroup(), 240, Where.DESTINATION, Outage.ENDS)),
                Optional.of("move"),
                List.of(),
                List.of());
    }

    /** A patched node joins the cluster only inside the handover to it; parts of the group are stopped, and a failover is proven at the end. */
    public static Procedure joining() {
        var part = new Verb.Selector(List.of(), List.of(Verb.Part.ADDRESS, Verb.Part.STORAGE, Verb.Part.NAME));
        return new Procedure(
                "joining",
                "Out until the handover",
                "testing",
                List.of(),
                Order.PASSIVE_FIRST,
                HandoverTiming.AFTER_FIRST_NODE,
                Visit.VACATED,
                Vacate.ALL,
                true,
                List.of(),
                List.of(
                        step("leave", new Verb.LeaveCluster(List.of()), 20),
                        step("install", new Verb.Install(), 600),
                        step("restart", new Verb.Restart(false), 360),
                        step("rejoin", new Verb.RejoinCluster(), 30),
                        step("verify", new Verb.Verify(), 5)),
                List.of(
                        step("prepare", new Verb.Prepare(), 30, Where.DESTINATION, Outage.NONE),
                        step("stop", new Verb.StopGroup(part), 60, Where.ANY_NODE, Outage.BEGINS),
                        step("join", new Verb.RejoinCluster(), 30, Where.DESTINATION, Outage.INSIDE),
                        step("move", new Verb.HandOver(), 40, Where.ANY_NODE, Outage.INSIDE),
                        step("upgrade", new Verb.UpgradeGroup(), 60, Where.DESTINATION, Outage.INSIDE),
                        step("start", new Verb.StartGroup(Verb.Selector.whole()), 60, Where.ANY_NODE, Outage.ENDS)),
                Optional.of("move"),
                List.of(
                        step("prove", new Verb.HandOver(), 60, Where.ANY_NODE, Outage.WHOLE),
                        step("proven", new Verb.Check("serves", Map.of()), 5)),
                List.of());
    }

    /** The active node first and in place; the groups are served again once it is installed. */
    public static Procedure inPlace() {
        return new Procedure(
                "in-place",
                "The active node first",
                "testing",
                List.of(),
                Order.ACTIVE_FIRST,
                HandoverTiming.AFTER_PASSIVE_NODES,
                Visit.IN_PLACE,
                Vacate.WEIGHTED,
                true,
                List.of(),
                List.of(
                        step("install", new Verb.Install(), 600, Where.NODE, Outage.WHOLE),
                        step("verify", new Verb.Verify(), 5)),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** The group is stopped, every node is patched where the group is, and it is started. */
    public static Procedure stopped() {
        return new Procedure(
                "stopped",
                "Stopped while both are patched",
                "testing",
                List.of(),
                Order.ACTIVE_FIRST,
                HandoverTiming.AFTER_PASSIVE_NODES,
                Visit.ALL_TOGETHER,
                Vacate.WEIGHTED,
                false,
                List.of(),
                List.of(step("install", new Verb.Install(), 600), step("verify", new Verb.Verify(), 5)),
                List.of(
                        step("stop", new Verb.StopGroup(Verb.Selector.whole()), 60, Where.ANY_NODE, Outage.BEGINS),
                        step("move", new Verb.HandOver(), 40, Where.EACH_NODE, Outage.INSIDE),
                        step("start", new Verb.StartGroup(Verb.Selector.whole()), 60, Where.ANY_NODE, Outage.ENDS)),
                Optional.empty(),
                List.of(),
                List.of());
    }

    public static Procedure with(Procedure of, Order order, HandoverTiming timing, Visit visit) {
        return new Procedure(
                of.id(),
                of.title(),
                of.platform(),
                of.kinds(),
                order,
                timing,
                visit,
                of.vacate(),
                of.versionFence(),
                of.before(),
                of.node(),
                of.handover(),
                of.pointOfNoReturn(),
                of.proof(),
                of.after());
    }

    public static Procedure withAfter(Procedure of, ProcedureStep... after) {
        return new Procedure(
                of.id(),
                of.title(),
                of.platform(),
                of.kinds(),
                of.order(),
                of.handoverTiming(),
                of.visit(),
                of.vacate(),
                of.versionFence(),
                of.before(),
                of.node(),
                of.handover(),
                of.pointOfNoReturn(),
                of.proof(),
                List.of(after));
    }
}
