package understudy.emulated.world;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An update rollup that Windows Installer applies to a node: it stops and disables Exchange's services, and recycles the Cluster service. */
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "The exit codes 1633, 1638 and 1642 of Windows Installer.")
public final class Rollup {
    private static final int SUCCESS = 0;
    private static final int RESTART_NEEDED = 3010;
    private static final int FATAL = 1603;
    private static final int ANOTHER_RUNS = 1618;
    private static final int OTHER_VERSION = 1638;
    private static final int NOTHING_TO_PATCH = 1642;
    private static final Duration LINGERS = Duration.ofMinutes(10);

    private final World world;
    private final WindowsNode node;
    private final String logFile;
    private final StringBuilder log = new StringBuilder();

    public Rollup(World world, WindowsNode node, String logFile) {
        this.world = world;
        this.node = node;
        this.logFile = logFile;
    }

    /**
     * Applies it.
     *
     * @param version of the binaries afterwards
     * @return the installer's exit code
     */
    public int apply(Build version) throws InterruptedException {
        if (node.processes().stream().anyMatch(Rollup::installs)) {
            return ended(ANOTHER_RUNS);
        }
        if (!node.binaries().hasServicePackOf(version)) {
            return ended(NOTHING_TO_PATCH);
        }
        if (node.binaries().compareTo(version) >= 0) {
            return ended(OTHER_VERSION);
        }
        var process = node.begin("msiexec", "msiexec.exe /update");
        try {
            return ended(applied(version));
        } finally {
            node.end(process);
            node.lingers("msiexec", "C:\\WINDOWS\\system32\\msiexec.exe /V", LINGERS, world.clock());
        }
    }

    private static boolean installs(WindowsNode.RunningProgram program) {
        return program.program().equals("Setup")
                || (program.program().equals("msiexec") && program.commandLine().contains("/update"));
    }

    private int applied(Build version) throws InterruptedException {
        Map<Service, String> modes = new LinkedHashMap<>();
        List<Service> ran = ours().stream().filter(Service::isRunning).toList();
        ours().forEach(service -> modes.put(service, service.startMode()));
        ours().forEach(service -> {
            service.run(false);
            service.startMode("Disabled");
        });
        var alone = new AloneServices(world, node);
        if (!world.isClustered()) {
            alone.stop();
        }
        var half = world.timing().setup().dividedBy(8);
        world.clock().pass(half);
        if (node.takes(NodeFault.ROLLUP_BREAKS)) {
            say("Action ended: InstallFinalize. Return value 3.");
            return FATAL;
        }
        if (node.takes(NodeFault.FILES_IN_USE)) {
            say("FileInUse:: store.exe  Added to Filelist: store.exe");
        } else {
            node.write(WindowsNode.binariesPath(), new byte[] {2}, version);
        }
        world.clock().pass(half);
        modes.forEach(Service::startMode);
        ran.forEach(service -> service.run(true));
        if (world.isClustered()) {
            recycle();
        } else {
            alone.start();
        }
        if (node.takes(NodeFault.ROLLUP_ASKS_FOR_RESTART)) {
            node.registry().set(WindowsNode.PENDING_KEY, WindowsNode.PENDING, "\\??\\C:\\Windows\\Temp\\exch2.tmp");
            return RESTART_NEEDED;
        }
        return SUCCESS;
    }

    /** The node leaves the cluster for a moment; what it owns goes elsewhere. */
    private void recycle() throws InterruptedException {
        var placing = new Placing(world);
        synchronized (world) {
            node.member = false;
        }
        placing.failOver(node);
        world.clock().pass(world.timing().service().multipliedBy(5));
        synchronized (world) {
            node.member = true;
        }
        placing.failOver(node);
    }

    private List<Service> ours() {
        return node.services().stream()
                .filter(service -> service.name().startsWith("MSExchange"))
                .toList();
    }

    private int ended(int exit) {
        say("MainEngineThread is returning " + exit);
        node.write(logFile, log.toString().getBytes(StandardCharsets.UTF_8));
        return exit;
    }

    private void say(String line) {
        log.append(line).append("\r\n");
    }
}
