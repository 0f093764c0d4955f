package understudy.emulated.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Exchange 2007's {@code Setup.com}: its two modes, what they ask for first, and what they leave behind when they are broken off. */
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "Setup.com ends with 0 after success and with 1 after a failure.")
@RestsOn(mark = RestsOn.Mark.GENERAL, value = "The sentence with which ExchangeSetup.log ends after success.")
public final class Setup {
    private static final String LOG = "C:\\ExchangeSetupLogs\\ExchangeSetup.log";
    private static final String CMS_KEY = WindowsNode.EXCHANGE_KEY + "\\ClusteredMailboxServer";

    private final World world;
    private final WindowsNode node;
    private final StringBuilder log = new StringBuilder();

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
            say("The Exchange Server setup operation completed successfully.");
            node.event("MSExchangeSetup", 1001, "Setup has completed successfully.");
            return 0;
        } catch (Refused refused) {
            say("[ERROR] " + refused.sentence());
            node.event("MSExchangeSetup", 1002, refused.sentence());
            return 1;
        }
    }

    /** What it has said. */
    public String said() {
        return log.toString();
    }

    private void say(String line) {
        log.append(line).append("\r\n");
        node.write(LOG, log.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @RestsOn(mark = RestsOn.Mark.INFERRED, value = "Setup refuses a node that owns a group, the cluster group too.")
    private void upgradeNode(Build medium) throws Refused, InterruptedException {
        refuse(owned().map(group -> node.name() + " owns the group " + group.name() + "; move it to another node."));
        refuse(node.services().stream()
                .filter(service -> service.holdsCounters() && service.isRunning())
                .findFirst()
                .map(service -> "The service " + service.name() + " holds performance counters open."));
        refuse(another());
        if (medium.compareTo(node.binaries()) < 0) {
            throw new Refused(1, "A newer version is installed on " + node.name() + ".");
        }
        var registry = node.registry();
        registry.set(WindowsNode.ROLE_KEY, "Action", "BuildToBuildUpgrade");
        registry.set(WindowsNode.ROLE_KEY, "Watermark", UUID.randomUUID().toString());
        world.clock().pass(world.timing().setup().dividedBy(2));
        node.write(WindowsNode.binariesPath(), new byte[] {1}, medium);
        registry.set(WindowsNode.ROLE_KEY, "UnpackedVersion", medium.toString());
        world.clock().pass(world.timing().setup().dividedBy(2));
        registry.set(WindowsNode.ROLE_KEY, "ConfiguredVersion", medium.toString());
        registry.remove(WindowsNode.ROLE_KEY, "Action");
        registry.remove(WindowsNode.ROLE_KEY, "Watermark");
        registry.set(WindowsNode.PENDING_KEY, WindowsNode.PENDING, "\\??\\C:\\Windows\\Temp\\exch1.tmp");
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
        refuse(node.registry()
                .value(WindowsNode.PENDING_KEY, WindowsNode.PENDING)
                .map(_ -> node.name() + " awaits a restart."));
        refuse(another());
        node.registry().set(CMS_KEY, "Action", "BuildToBuildUpgrade");
        node.registry().set(CMS_KEY, "Watermark", UUID.randomUUID().toString());
        world.clock().pass(world.timing().upgrade());
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
