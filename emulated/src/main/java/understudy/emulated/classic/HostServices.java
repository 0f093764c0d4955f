package understudy.emulated.classic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import understudy.emulated.world.RestsOn;
import understudy.emulated.world.Service;

/** {@code sc \\NODE}: a service asked, started, stopped, and how it starts. */
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value = "The lines and the exit codes of sc.exe; it does not wait for what it asks for.")
final class HostServices implements HostProgram {
    private static final int NO_SERVER = 1722;
    private static final int NO_SERVICE = 1060;
    private static final int RUNS = 1056;
    private static final int NOT_STARTED = 1062;
    private static final int DISABLED = 1058;

    /** The numbers of start types, and sc's words in its options. */
    private static final Map<String, String> TYPES =
            Map.of("Auto", "2   AUTO_START", "Manual", "3   DEMAND_START", "Disabled", "4   DISABLED");

    private static final Map<String, String> WORDS = Map.of("auto", "Auto", "demand", "Manual", "disabled", "Disabled");

    private final OldWorld world;

    HostServices(OldWorld world) {
        this.world = world;
    }

    @Override
    public Said run(List<String> arguments) {
        if (arguments.size() < 3 || !arguments.getFirst().startsWith("\\\\")) {
            return Said.of(1, "ERROR:  Unrecognized command");
        }
        Optional<OldNode> node = ManagementHost.reached(world, arguments.getFirst());
        if (node.isEmpty()) {
            return Said.of(NO_SERVER, "[SC] OpenSCManager FAILED 1722:", "", "The RPC server is unavailable.");
        }
        Optional<Service> service = node.get().service(arguments.get(2));
        if (service.isEmpty()) {
            return failed("OpenService", NO_SERVICE, "The specified service does not exist as an installed service.");
        }
        return carryOut(node.get(), service.get(), arguments);
    }

    private Said carryOut(OldNode node, Service service, List<String> arguments) {
        return switch (arguments.get(1).toLowerCase(Locale.ROOT)) {
            case "query" -> query(service);
            case "qc" ->
                Said.of(
                        0,
                        "[SC] QueryServiceConfig SUCCESS",
                        "",
                        "SERVICE_NAME: " + service.name(),
                        "        TYPE               : 10  WIN32_OWN_PROCESS",
                        "        START_TYPE         : " + TYPES.get(service.startMode()));
            case "config" -> config(node, service, arguments.subList(3, arguments.size()));
            case "stop" -> stop(node, service);
            case "start" -> start(node, service);
            default -> Said.of(1, "ERROR:  Unrecognized command");
        };
    }

    private static Said query(Service service) {
        return Said.of(
                0,
                "",
                "SERVICE_NAME: " + service.name(),
                "        TYPE               : 10  WIN32_OWN_PROCESS",
                "        STATE              : " + (service.isRunning() ? "4  RUNNING" : "1  STOPPED"),
                "        WIN32_EXIT_CODE    : 0  (0x0)");
    }

    /** The option and its value are two words: {@code start= auto}. */
    private Said config(OldNode node, Service service, List<String> options) {
        if (options.size() != 2 || !options.getFirst().equals("start=") || !WORDS.containsKey(options.get(1))) {
            return Said.of(
                    1639, "DESCRIPTION:", "        Modifies a service entry in the registry and Service Database.");
        }
        world.note("sc \\\\" + node.name() + " config " + service.name() + " start= " + options.get(1));
        service.startMode(WORDS.getOrDefault(options.get(1), "Manual"));
        return Said.of(0, "[SC] ChangeServiceConfig SUCCESS");
    }

    private Said stop(OldNode node, Service service) {
        world.note("sc \\\\" + node.name() + " stop " + service.name());
        if (!service.isRunning()) {
            return failed("ControlService", NOT_STARTED, "The service has not been started.");
        }
        world.clock().after(world.timing().service(), () -> {
            boolean member = world.isMember(node);
            service.run(false);
            if (member && !world.isMember(node)) {
                new Moving(world).leave(node);
                new Moving(world).failOver(node);
            }
        });
        return query(service);
    }

    private Said start(OldNode node, Service service) {
        world.note("sc \\\\" + node.name() + " start " + service.name());
        if (service.isRunning()) {
            return failed("StartService", RUNS, "An instance of the service is already running.");
        }
        if (service.startMode().equals("Disabled")) {
            return failed("StartService", DISABLED, "The service cannot be started, because it is disabled.");
        }
        world.clock().after(world.timing().service(), () -> {
            boolean member = world.isMember(node);
            service.run(true);
            if (!member && world.isMember(node)) {
                new Moving(world).failOver(node);
            }
        });
        return query(service);
    }

    private static Said failed(String call, int code, String sentence) {
        return Said.of(code, "[SC] " + call + " FAILED " + code + ":", "", sentence);
    }
}
