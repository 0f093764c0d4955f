package understudy.emulated.bigfix;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import understudy.emulated.bigfix.Content.Kind;
import understudy.emulated.bigfix.Content.Site;
import understudy.emulated.world.ClusterSettings;
import understudy.emulated.world.Exchange;
import understudy.emulated.world.Group;
import understudy.emulated.world.Placing;
import understudy.emulated.world.Power;
import understudy.emulated.world.Refused;
import understudy.emulated.world.RestsOn;
import understudy.emulated.world.Service;
import understudy.emulated.world.WindowsNode;

/** The cluster Fixlets of the site Server Automation, by their numbers. */
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "115 resumes a node of Windows Server 2008 (the number, by its pattern).")
@RestsOn(
        mark = RestsOn.Mark.INFERRED,
        value = "Pause, move groups and resume are relevant where the scripts of 110 are and there is something to do.")
@RestsOn(mark = RestsOn.Mark.INFERRED, value = "Move groups leaves a clustered mailbox server where it is.")
@RestsOn(mark = RestsOn.Mark.INFERRED, value = "160 is relevant only where a restart is pending.")
final class ClusterContent {
    private ClusterContent() {}

    static List<Content> all() {
        return List.of(
                task(
                        110,
                        "Install Windows Cluster Control Application",
                        machine -> !machine.hasScripts(),
                        (machine, _) ->
                                machine.node().write(Machine.SCRIPTS, "scripts".getBytes(StandardCharsets.US_ASCII))),
                fixlet(112, "Pause Node (Windows Server 2003)", m -> pausable(m) && m.is2003(), pause(true)),
                fixlet(116, "Pause Node (Windows Server 2008)", m -> pausable(m) && !m.is2003(), pause(true)),
                fixlet(113, "Resume Node (Windows Server 2003)", m -> resumable(m) && m.is2003(), pause(false)),
                fixlet(115, "Resume Node (Windows Server 2008)", m -> resumable(m) && !m.is2003(), pause(false)),
                fixlet(111, "Move Groups from Node (Windows Server 2003)", m -> movable(m) && m.is2003(), groups()),
                fixlet(114, "Move Groups from Node (Windows Server 2008)", m -> movable(m) && !m.is2003(), groups()),
                fixlet(
                        121,
                        "Move Exchange 2007 Mailbox Server from Node",
                        machine -> machine.hasScripts() && machine.hasMailboxServer(),
                        ClusterContent::mailboxServer),
                task(
                        123,
                        "Install IBM Exchange Cluster Manager Service",
                        machine -> !machine.hasMover(),
                        ClusterContent::mover),
                task(126, "Restart All Endpoints and Wait", _ -> true, ClusterContent::restart)
                        .restarting(),
                task(
                                160,
                                "Restart Endpoint on Pending Restart and Wait",
                                Machine::awaitsRestart,
                                ClusterContent::restart)
                        .restarting(),
                Content.of(
                        Site.PATCHES,
                        40301,
                        Kind.FIXLET,
                        ".NET Framework 4.0 Available",
                        "waithidden dotNetFx40_Full_x86_x64.exe /q /norestart",
                        machine -> !machine.hasDotNet(),
                        (machine, _) -> machine.node().registry().set(Machine.DOT_NET_KEY, "Install", "1")));
    }

    private static Content fixlet(int id, String title, Content.Applies applies, Content.Work work) {
        return Content.of(
                Site.SERVER_AUTOMATION, id, Kind.FIXLET, title, "waithidden cscript clusctl.vbs", applies, work);
    }

    private static Content task(int id, String title, Content.Applies applies, Content.Work work) {
        return Content.of(
                Site.SERVER_AUTOMATION, id, Kind.TASK, title, "waithidden cscript clusctl.vbs", applies, work);
    }

    private static boolean pausable(Machine machine) {
        return machine.hasScripts() && machine.isMember() && !machine.isPaused();
    }

    private static boolean resumable(Machine machine) {
        return machine.hasScripts() && machine.isPaused();
    }

    private static boolean movable(Machine machine) {
        return machine.hasScripts() && machine.isMember() && !machine.owned().isEmpty();
    }

    private static Content.Work pause(boolean pause) {
        return (machine, _) -> {
            machine.world().note(machine.node(), pause ? "pause" : "resume");
            new ClusterSettings(machine.world()).pause(machine.node().name(), pause);
        };
    }

    private static Content.Work groups() {
        return (machine, _) -> {
            for (Group group : machine.owned()) {
                if (machine.world().mailboxServer(group.name()).isEmpty()) {
                    machine.world().note(machine.node(), "move " + group.name());
                    new Placing(machine.world()).move(group.name(), other(machine));
                }
            }
        };
    }

    private static void mailboxServer(Machine machine, Map<String, String> parameters)
            throws Refused, InterruptedException {
        if (!machine.hasMover()) {
            throw new Refused(1, "The Exchange Cluster Manager service does not run.");
        }
        for (Group group : machine.owned()) {
            if (machine.world().mailboxServer(group.name()).isPresent()) {
                machine.world().note(machine.node(), "move mailbox server " + group.name());
                new Exchange(machine.world()).move(group.name(), other(machine));
            }
        }
    }

    /** The next node that is up and open. */
    private static String other(Machine machine) throws Refused {
        return machine.world().nodes().stream()
                .filter(node -> node != machine.node())
                .filter(node ->
                        machine.world().isMember(node) && !machine.world().isPaused(node))
                .map(WindowsNode::name)
                .findFirst()
                .orElseThrow(() -> new Refused(1, "No other node is up and open."));
    }

    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The names of the parameters of task 123.")
    private static void mover(Machine machine, Map<String, String> parameters) throws Refused {
        if (!machine.hasDotNet()) {
            throw new Refused(1, ".NET Framework 4.0 is missing.");
        }
        if (!parameters.containsKey("Username") || !parameters.containsKey("Password")) {
            throw new Refused(1, "The account of the service is missing.");
        }
        machine.node().add(new Service(Machine.MOVER, true, "Auto", false));
    }

    private static void restart(Machine machine, Map<String, String> parameters) {
        machine.world().note(machine.node(), "restart");
        new Power(machine.world()).restart(machine.node());
    }
}
