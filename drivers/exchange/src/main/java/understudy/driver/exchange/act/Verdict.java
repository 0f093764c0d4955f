package understudy.driver.exchange.act;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.model.PatchState;
import understudy.driver.exchange.observe.NodeReport;
import understudy.driver.exchange.observe.Talk;
import understudy.engine.ports.Order;
import understudy.remote.windows.Said;

/** Whether an installer has done its work: its exit code, its log, the event log and, where these leave a doubt, the versions of the files. */
final class Verdict {
    private static final String ERROR = "[ERROR]";

    private final Cluster cluster;
    private final Order order;
    private final NodeId node;

    Verdict(Cluster cluster, Order order, NodeId node) {
        this.cluster = cluster;
        this.order = order;
        this.node = node;
    }

    /** Ends the step where the installer has not surely succeeded. */
    void judge(String installer, Said said) throws Refusal {
        var meaning = InstallerExit.of(said.first("code").orElse("?"));
        if (!meaning.good()) {
            throw new Refusal(
                    Finding.error(
                            "SETUP-FAILED",
                            node.value(),
                            installer + " on " + node + " " + meaning.sentence() + why(said),
                            meaning.remedy()),
                    false);
        }
        eventLog(installer, said);
        if (filesWereInUse(said) && !reachesItsTarget()) {
            throw Refusal.failed(
                    "SETUP-FILES-IN-USE",
                    node.value(),
                    installer + " on " + node
                            + " says that it has succeeded, met files in use, and the versions of the files are not the wanted ones.",
                    "Close what holds them open on " + node + ", restart it, and try again.");
        }
    }

    /** Event 1002 of MSExchangeSetup: a part of it has failed, whatever its exit code says; 1001: all of it has succeeded. */
    private void eventLog(String installer, Said said) throws Refusal {
        List<String> events = said.all("event");
        boolean succeeded = events.stream().anyMatch(event -> event.startsWith("1001 "));
        Optional<String> failed =
                events.stream().filter(event -> event.startsWith("1002 ")).findFirst();
        if (failed.isPresent() && !succeeded) {
            throw Refusal.failed(
                    "SETUP-EVENT-LOG",
                    node.value(),
                    installer + " on " + node + " ended well, and the event log has event 1002 of MSExchangeSetup: "
                            + failed.get().substring("1002 ".length()),
                    "Read C:\\ExchangeSetupLogs\\ExchangeSetup.log there, then try again.");
        }
    }

    /** Such a line of an installer's log says that the new file may not be there (KB 328839). */
    private static boolean filesWereInUse(Said said) {
        return lines(said).anyMatch(line -> line.contains("FileInUse::") && line.contains("Added to Filelist:"));
    }

    private boolean reachesItsTarget() throws Refusal {
        return Talk.report(cluster.node(node))
                .map((NodeReport report) -> report.against(order.targets().of(node)))
                .filter(PatchState::isPatched)
                .isPresent();
    }

    /** The first error that it has written, as it stands there. Before it stands the time, as the server's locale writes it: nobody reads that. */
    private static String why(Said said) {
        return lines(said)
                .filter(line -> line.contains(ERROR))
                .findFirst()
                .map(line -> ": "
                        + line.substring(line.indexOf(ERROR) + ERROR.length()).strip())
                .orElse(".");
    }

    private static Stream<String> lines(Said said) {
        return Stream.concat(said.all("line").stream(), said.all("logged").stream());
    }

    /** In which kind of session it ran, which makes a restart likelier (G12); a task has none. */
    static String session(Said said) {
        var session = said.first("session").orElse("");
        return session.isBlank() ? ", in no logon session" : ", in the session " + session;
    }
}
