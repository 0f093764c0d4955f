package understudy.driver.exchange.classic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Mark;
import understudy.driver.exchange.ExchangeVersion;
import understudy.driver.exchange.Marks;
import understudy.driver.exchange.classic.Host.Reply;

/** What one node says of itself, asked through the management host. */
final class Nodes {
    static final String UNDERSTUDY = "HKLM\\SOFTWARE\\Understudy";
    static final String CLUSTER_SERVICE = "ClusSvc";
    private static final int NO_SUCH_SERVICE = 1060;
    private static final String SESSION_MANAGER = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager";
    private static final List<String> INSTALLERS = List.of("update.exe", "setup.exe", "msiexec.exe", "xcopy.exe");

    private final Host host;

    Nodes(Host host) {
        this.host = host;
    }

    /**
     * One node.
     *
     * @param boot when it was started
     * @param binaries the version of its store.exe
     * @param pending files are to be replaced at its next start
     * @param clusterState the state of its Cluster service, as a number of sc; empty where it has none
     * @param clusterStart how that starts
     */
    record Report(
            String node,
            String boot,
            Optional<ExchangeVersion> binaries,
            boolean pending,
            Optional<Integer> clusterState,
            Optional<Integer> clusterStart,
            List<Mark> marks) {
        boolean clusterServiceRuns() {
            return clusterState.filter(state -> state == 4).isPresent();
        }

        /** It does not start by itself. */
        boolean clusterServiceIsHeld() {
            return clusterState.filter(state -> state == 1).isPresent()
                    && clusterStart.filter(type -> type > 2).isPresent();
        }
    }

    /** Empty where it does not answer, or not whole. */
    Optional<Report> report(String node) {
        var boot = boot(node);
        // A key that every node has: without an answer to this, a key that seems to be missing may only be out of
        // reach.
        var session = boot.flatMap(_ -> registry(node, SESSION_MANAGER));
        if (session.isEmpty()) {
            return Optional.empty();
        }
        boolean alone = host.settings().alone();
        return Optional.of(new Report(
                node,
                boot.get(),
                folder(node).flatMap(folder -> version(node, folder + "\\bin\\store.exe")),
                session.get().containsKey("PendingFileRenameOperations"),
                alone ? Optional.empty() : serviceState(node, CLUSTER_SERVICE),
                alone ? Optional.empty() : startType(node, CLUSTER_SERVICE),
                registry(node, UNDERSTUDY + "\\Ledger").orElse(Map.of()).entrySet().stream()
                        .flatMap(entry -> Marks.read(entry.getKey(), entry.getValue()).stream())
                        .toList()));
    }

    Optional<String> boot(String node) {
        return host.ask("wmic.exe", "/node:" + node, "os", "get", "LastBootUpTime", "/value")
                .filter(Reply.Ended::succeeded)
                .flatMap(said ->
                        Tables.wmic(said.lines(), "LastBootUpTime").stream().findFirst());
    }

    /** The folder of Exchange. */
    private Optional<String> folder(String node) {
        return registry(node, "HKLM\\SOFTWARE\\Microsoft\\Exchange\\Setup").map(values -> values.get("Services"));
    }

    /** The version in a file's resources. */
    Optional<ExchangeVersion> version(String node, String path) {
        if (path.indexOf('\'') >= 0) {
            return Optional.empty();
        }
        var where = "name='" + path.replace("\\", "\\\\") + "'";
        return host.ask("wmic.exe", "/node:" + node, "datafile", "where", where, "get", "Version", "/value")
                .filter(Reply.Ended::succeeded)
                .flatMap(said -> Tables.wmic(said.lines(), "Version").stream().findFirst())
                .flatMap(ExchangeVersion::read);
    }

    /** The values of a key; empty where it is not there or the node does not answer. */
    Optional<Map<String, String>> registry(String node, String key) {
        return host.ask("reg.exe", "query", "\\\\" + node + "\\" + key)
                .filter(Reply.Ended::succeeded)
                .map(said -> Tables.registry(said.lines()));
    }

    /** Whether a key is there; a node that does not answer is none that has no such key. */
    Optional<Boolean> hasKey(String node, String key) {
        if (registry(node, SESSION_MANAGER).isEmpty()) {
            return Optional.empty();
        }
        return host.ask("reg.exe", "query", "\\\\" + node + "\\" + key).map(Reply.Ended::succeeded);
    }

    void write(String node, String key, String name, String value) throws Refusal {
        host.change(
                "the value " + name + " on " + node,
                Host.CALL,
                List.of("reg.exe", "add", "\\\\" + node + "\\" + key, "/v", name, "/d", value, "/f"));
    }

    /** Takes a value away; one that is not there is no fault. */
    void remove(String node, String key, String name) throws Refusal {
        boolean there =
                registry(node, key).filter(values -> values.containsKey(name)).isPresent();
        if (there) {
            host.change(
                    "away with the value " + name + " on " + node,
                    Host.CALL,
                    List.of("reg.exe", "delete", "\\\\" + node + "\\" + key, "/v", name, "/f"));
        }
    }

    /** As a number of sc; empty where there is no such service or nobody answers. */
    Optional<Integer> serviceState(String node, String service) {
        return host.ask("sc.exe", "\\\\" + node, "query", service)
                .filter(Reply.Ended::succeeded)
                .flatMap(said -> Tables.serviceState(said.lines()));
    }

    private Optional<Integer> startType(String node, String service) {
        return host.ask("sc.exe", "\\\\" + node, "qc", service)
                .filter(Reply.Ended::succeeded)
                .flatMap(said -> Tables.startType(said.lines()));
    }

    /** The node has surely no such service. */
    boolean lacksService(String node, String service) {
        return host.ask("sc.exe", "\\\\" + node, "query", service)
                .filter(said -> said.exit() == NO_SUCH_SERVICE)
                .isPresent();
    }

    /** The installers that run there, in any logon session; empty where nobody knows. */
    Optional<List<String>> installers(String node) {
        return host.ask("wmic.exe", "/node:" + node, "process", "get", "Name", "/value")
                .filter(Reply.Ended::succeeded)
                .map(said -> Tables.wmic(said.lines(), "Name").stream()
                        .filter(name -> INSTALLERS.contains(name.toLowerCase(Locale.ROOT))
                                || name.toLowerCase(Locale.ROOT).startsWith("exchange"))
                        .toList());
    }
}
