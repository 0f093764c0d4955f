package understudy.emulated.classic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import understudy.emulated.classic.OldGroup.State;
import understudy.emulated.world.Build;
import understudy.emulated.world.Refused;
import understudy.emulated.world.RestsOn;
import understudy.emulated.world.Service;

/** The installers of the time: {@code update.exe} of a service pack, and the packages of single fixes. */
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value = "The unattended options of update.exe and of the packages of fixes, and that 3010 asks for a restart.")
public final class OldSetup {
    /** Where they write what they do. */
    public static final String LOG = "C:\\Exchange Server Setup Progress.log";

    private static final int REBOOT_WANTED = 3010;
    private static final int REFUSED = 1;

    private final OldWorld world;
    private final OldNode node;
    private final StringBuilder log = new StringBuilder();

    OldSetup(OldWorld world, OldNode node) {
        this.world = world;
        this.node = node;
    }

    /** The service pack's level of a build: fixes do not change it. */
    static Build level(Product product, Build build) {
        return build.compareTo(product.servicePack()) >= 0 ? product.servicePack() : product.installed();
    }

    /** Runs an installer; its exit code. */
    int run(String path, List<String> options) throws InterruptedException {
        var program = path.substring(path.lastIndexOf('\\') + 1);
        node.begin(program.equalsIgnoreCase("update.exe") ? "update.exe" : program);
        try {
            world.note(node.name() + ": " + program + " " + String.join(" ", options));
            boolean servicePack = program.equalsIgnoreCase("update.exe");
            var build = node.versionOf(path)
                    .orElseThrow(() -> new Refused(REFUSED, path + " is no installer that is known here."));
            boolean quiet =
                    servicePack ? options.equals(List.of("/q")) : options.equals(List.of("/quiet", "/norestart"));
            if (!quiet) {
                throw new Refused(REFUSED, "The options " + options + " are not known here.");
            }
            install(build, servicePack);
            say("Setup has completed.");
            return world.installerAsksForRestart ? REBOOT_WANTED : 0;
        } catch (Refused refused) {
            say("Setup failed: " + refused.sentence());
            return refused.code();
        } finally {
            node.end();
        }
    }

    private void say(String line) {
        log.append(line).append("\r\n");
        node.write(LOG, log.toString().getBytes(StandardCharsets.US_ASCII));
    }

    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "An installer of 2000 or 2003 refuses a node that owns a group, the cluster group too.")
    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value =
                    "Where SNMP or SysmonLog runs, the installer meets files in use, says so in its log and ends well without them.")
    private void install(Build build, boolean servicePack) throws Refused, InterruptedException {
        if (node.processes().stream()
                        .filter(name -> name.toLowerCase(java.util.Locale.ROOT).endsWith(".exe"))
                        .count()
                > 1) {
            throw new Refused(REFUSED, "Another setup runs on " + node.name() + ".");
        }
        if (build.major() != node.binaries().major()
                || build.minor() != node.binaries().minor()) {
            throw new Refused(REFUSED, "Another version of Exchange is installed on " + node.name() + ".");
        }
        Optional<OldGroup> stays = Optional.empty();
        if (world.isClustered() && world.product() != Product.EXCHANGE_55) {
            var owned = new Moving(world).owned(node);
            if (owned.isPresent()) {
                throw new Refused(
                        REFUSED, node.name() + " owns the group " + owned.get().name() + ".");
            }
            recycle(true);
        }
        if (world.isClustered() && world.product() == Product.EXCHANGE_55) {
            stays = inPlace(servicePack);
        }
        store(false);
        world.clock().pass(world.timing().setup());
        Optional<Service> holder = node.services().stream()
                .filter(service -> List.of("SNMP", "SysmonLog").contains(service.name()) && service.isRunning())
                .findFirst();
        if (holder.isPresent()) {
            say("FileInUse:: store.exe, held by " + holder.get().name());
            say("Added to Filelist: store.exe");
        } else {
            node.write(OldNode.storePath(), new byte[] {1}, build);
        }
        if (world.installerAsksForRestart) {
            node.registry().set(OldNode.SESSION_MANAGER, OldNode.PENDING, "\\??\\C:\\WINNT\\Temp\\exch1.tmp");
        }
        store(true);
        if (stays.isPresent()) {
            back(stays.get());
        } else if (world.isClustered() && world.product() != Product.EXCHANGE_55) {
            recycle(false);
        }
    }

    /** Setup stops a Cluster service that runs, and starts it again: the node is a member then, whatever anybody wanted. */
    private void recycle(boolean begins) {
        var service = node.service(OldNode.CLUSTER_SERVICE).orElseThrow();
        if (begins && service.isRunning()) {
            say("Stopping the Cluster service.");
        }
        if (!begins && service.isRunning()) {
            say("Starting the Cluster service.");
        }
    }

    private void store(boolean starts) {
        if (!world.isClustered()) {
            node.services().stream()
                    .filter(service -> service.name().startsWith("MSExchange"))
                    .forEach(service -> service.run(starts));
        }
    }

    /** The setup of 5.5 stops the group's services where they are; where another node may have the group, the cluster takes it there. */
    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value = "Exchange 5.5's setup on the owning node stops the services of its group and starts them again.")
    @RestsOn(
            mark = RestsOn.Mark.INFERRED,
            value =
                    "A package for Exchange 5.5 that knows no cluster refuses while the group's services run, and a node that does not own it.")
    private Optional<OldGroup> inPlace(boolean knowsClusters) throws Refused {
        synchronized (world) {
            var group = world.virtualServers().getFirst().group();
            boolean owns = group.owner().equals(node.name());
            boolean up = group.resources().stream()
                    .anyMatch(one -> Starting.isStore(one)
                            && (one.state() == State.ONLINE || one.state() == State.ONLINE_PENDING));
            if (!knowsClusters) {
                if (up) {
                    throw new Refused(REFUSED, "The services of " + group.name() + " run.");
                }
                if (!owns) {
                    throw new Refused(REFUSED, node.name() + " does not own " + group.name() + ".");
                }
                return Optional.empty();
            }
            if (!owns || !up) {
                return Optional.empty();
            }
            boolean another = world.nodes().stream()
                    .anyMatch(other -> other != node && world.isMember(other) && group.mayGoTo(other.name()));
            if (another) {
                new Moving(world).fails(group);
                throw new Refused(
                        REFUSED, "The services of " + group.name() + " are not on " + node.name() + " any more.");
            }
            services(group).forEach(one -> one.state = State.OFFLINE_PENDING);
            return Optional.of(group);
        }
    }

    private static List<OldGroup.Resource> services(OldGroup group) {
        return group.resources.stream()
                .filter(one -> one.type.startsWith("Microsoft Exchange"))
                .toList();
    }

    private void back(OldGroup group) throws InterruptedException {
        synchronized (world) {
            services(group).forEach(one -> one.state = State.ONLINE_PENDING);
        }
        world.clock().pass(world.timing().store());
        new Starting(world).settle(group);
    }
}
