package understudy.emulated.world;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Exchange 2007's {@code Setup.com}: its two modes, what they ask for first, and what they leave behind when they are broken off. */
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "Setup.com ends with 0 after success and with 1 after a failure.")
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "The sentence with which ExchangeSetup.log ends after success.")
public final class Setup {
    private static final Duration LINGERS = Duration.ofMinutes(10);
    private static final String LOG = "C:\\ExchangeSetupLogs\\ExchangeSetup.log";
    private static final String CMS_KEY = WindowsNode.EXCHANGE_KEY + "\\ClusteredMailboxServer";

    /** Where a node says whether other machines may back up its databases by streaming. */
    public static final String STREAMING_KEY =
            "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\MSExchangeIS\\ParametersSystem";

    /** The name of that value. */
    public static final String STREAMING = "Enable Remote Streaming Backup";

    /** How clients of POP3 and IMAP4 log on to a new server. */
    static final String LOGON_TYPE = "SecureLogin";

    private final World world;
    private final WindowsNode node;
    private final StringBuilder log = new StringBuilder();
    private final StringBuilder console = new StringBuilder();

    public Setup(World world, WindowsNode node) {
        this.world = world;
        this.node = node;
    }

    /**
     * Runs it from a medium.
     *
     * @param medium the version on the medium
     * @return its exit code
     */
    public int run(Build medium, List<String> arguments) throws InterruptedException {
        node.event("MSExchangeSetup", 1000, "Setup has started.");
        try {
            var mode = arguments.isEmpty() ? "" : arguments.getFirst().toLowerCase(Locale.ROOT);
            switch (mode) {
                case "/m:upgrade", "/mode:upgrade" -> upgradeNode(medium);
                case "/upgradecms" -> upgradeMailboxServer(medium);
                default -> throw new Refused(1, "The parameter '" + mode + "' is not known.");
            }
            if (node.takes(NodeFault.SETUP_FAILS_IN_THE_EVENT_LOG)) {
                node.event("MSExchangeSetup", 1002, "The Mailbox role was not configured.");
                return 0;
            }
            say("The Exchange Server setup operation completed successfully.");
            node.event("MSExchangeSetup", 1001, "Setup has completed successfully.");
            return 0;
        } catch (Refused refused) {
            say("[ERROR] " + refused.sentence());
            node.event("MSExchangeSetup", 1002, refused.sentence());
            return 1;
        }
    }

    /** What it has said on its console. */
    public String said() {
        return console.toString();
    }

    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "A line of ExchangeSetup.log begins with the time, as the server's locale writes it, and a level.")
    private void say(String line) {
        console.append(line.replace("[ERROR] ", "")).append("\r\n");
        log.append("[")
                .append(node.machine().written(world.clock().now()))
                .append("] [0] ")
                .append(line)
                .append("\r\n");
        node.write(LOG, log.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @RestsOn(mark = RestsOn.Mark.INFERRED, value = "Setup refuses a node that owns a group, the cluster group too.")
    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "Setup refuses a node that awaits a restart from before.")
    private void upgradeNode(Build medium) throws Refused, InterruptedException {
        refuse(owned().filter(_ -> world.isClustered())
                .map(group -> node.name() + " owns the group " + group.name() + "; move it to another node."));
        refuse(node.services().stream()
                .filter(service -> service.holdsCounters() && service.isRunning())
                .findFirst()
                .map(service -> "The service " + service.name() + " holds performance counters open."));
        refuse(another());
        refusePendingRestart();
        refuseUnpreparedServices();
        if (medium.compareTo(node.binaries()) < 0) {
            throw new Refused(1, "A newer version is installed on " + node.name() + ".");
        }
        var registry = node.registry();
        registry.set(WindowsNode.ROLE_KEY, "Action", "BuildToBuildUpgrade");
        registry.set(WindowsNode.ROLE_KEY, "Watermark", UUID.randomUUID().toString());
        if (!world.isClustered()) {
            new AloneServices(world, node).stop();
        }
        world.clock().pass(world.timing().setup().dividedBy(2));
        if (node.takes(NodeFault.SETUP_BREAKS)) {
            throw new Refused(1, "The script of the Mailbox role ended in an error.");
        }
        if (node.takes(NodeFault.FILES_IN_USE)) {
            say("FileInUse:: store.exe  Added to Filelist: store.exe");
            forget();
            startAlone();
            return;
        }
        node.write(WindowsNode.binariesPath(), new byte[] {1}, medium);
        refuseStreamingBackup();
        forgetLogonTypes();
        registry.set(WindowsNode.ROLE_KEY, "UnpackedVersion", medium.toString());
        world.clock().pass(world.timing().setup().dividedBy(2));
        registry.set(WindowsNode.ROLE_KEY, "ConfiguredVersion", medium.toString());
        forget();
        node.lingers("msiexec", "C:\\WINDOWS\\system32\\msiexec.exe /V", LINGERS, world.clock());
        registry.set(WindowsNode.PENDING_KEY, WindowsNode.PENDING, "\\??\\C:\\Windows\\Temp\\exch1.tmp");
        startAlone();
    }

    private void startAlone() throws InterruptedException {
        if (!world.isClustered()) {
            new AloneServices(world, node).start();
        }
    }

    private void forget() {
        node.registry().remove(WindowsNode.ROLE_KEY, "Action");
        node.registry().remove(WindowsNode.ROLE_KEY, "Watermark");
    }

    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "Setup fails where Remote Registry was neither restarted nor its node.")
    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "Setup fails to add its exceptions where there is a Windows Firewall service and it does not run.")
    private void refuseUnpreparedServices() throws Refused {
        refuse(node.service("RemoteRegistry")
                .filter(service -> !service.wasRestarted())
                .map(_ -> "The performance counters of " + node.name() + " cannot be read by Remote Registry."));
        refuse(node.service("SharedAccess")
                .filter(service -> !service.isRunning())
                .map(_ -> "The exceptions of the Windows Firewall cannot be set: its service does not run."));
    }

    private void refusePendingRestart() throws Refused {
        refuse(node.registry()
                .value(WindowsNode.PENDING_KEY, WindowsNode.PENDING)
                .map(_ -> node.name() + " awaits a restart."));
    }

    /** Where nobody has said that other machines may back up by streaming, the service pack says that they may not. */
    private void refuseStreamingBackup() {
        var registry = node.registry();
        if (registry.value(STREAMING_KEY, STREAMING).isEmpty()) {
            registry.set(STREAMING_KEY, STREAMING, "0");
        }
    }

    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value =
                    "The service pack lets clients of POP3 and IMAP4 log on as to a new server, whatever was set before.")
    private void forgetLogonTypes() {
        node.machine().logonTypes().replaceAll((protocol, type) -> LOGON_TYPE);
    }

    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "/upgradecms asks for a stopped mailbox server on the node, with newer binaries restarted.")
    private void upgradeMailboxServer(Build medium) throws Refused, InterruptedException {
        var server = world.mailboxServers().stream()
                .filter(one -> one.group().owner().equals(node.name()))
                .findFirst()
                .orElseThrow(() -> new Refused(1, node.name() + " owns no clustered mailbox server."));
        synchronized (world) {
            boolean stopped = server.group.state == Group.State.OFFLINE || server.group.state == Group.State.FAILED;
            refuse(stopped ? Optional.empty() : Optional.of(server.name() + " is not stopped."));
        }
        refuse(
                node.binaries().equals(medium)
                        ? Optional.empty()
                        : Optional.of("The binaries on " + node.name() + " are not of the version on the medium."));
        refusePendingRestart();
        refuse(another());
        node.registry().set(CMS_KEY, "Action", "BuildToBuildUpgrade");
        node.registry().set(CMS_KEY, "Watermark", UUID.randomUUID().toString());
        world.clock().pass(world.timing().upgrade());
        if (node.takes(NodeFault.SETUP_BREAKS)) {
            throw new Refused(1, "The script of the clustered mailbox server ended in an error.");
        }
        node.registry().remove(CMS_KEY, "Action");
        node.registry().remove(CMS_KEY, "Watermark");
        new Exchange(world).upgraded(server, medium);
    }

    private Optional<Group> owned() {
        return world.groups().stream()
                .filter(group -> group.owner().equals(node.name()))
                .findFirst();
    }

    private Optional<String> another() {
        long running = node.processes().stream()
                .filter(process -> process.program().equalsIgnoreCase("Setup"))
                .count();
        return running > 1 ? Optional.of("Another setup runs on " + node.name() + ".") : Optional.empty();
    }

    private static void refuse(Optional<String> reason) throws Refused {
        if (reason.isPresent()) {
            throw new Refused(1, reason.get());
        }
    }
}
