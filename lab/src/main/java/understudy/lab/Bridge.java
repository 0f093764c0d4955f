package understudy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The bridge that a lab's nodes hang on; it carries the lab's folder as its alias, so that nobody else's is ever touched. */
final class Bridge {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Path INTERFACES = Path.of("/sys/class/net");

    private final LabSpec spec;

    Bridge(LabSpec spec) {
        this.spec = spec;
    }

    /** Refuses where the names or addresses that this lab would take are another's. */
    void refuseForeign() {
        isUp();
        refuseForeignAddresses();
        refuseForeignPorts();
    }

    /** Makes the bridge, or finds it made. */
    void make() {
        if (isUp()) {
            return;
        }
        var name = spec.network().bridge();
        Command.require(
                LIMIT,
                List.of(
                        "ip",
                        "link",
                        "add",
                        "name",
                        name,
                        "address",
                        spec.network().bridgeHardwareAddress(),
                        "type",
                        "bridge"));
        Command.require(LIMIT, List.of("ip", "link", "set", "dev", name, "alias", alias()));
        Command.require(LIMIT, List.of("ip", "addr", "add", spec.network().machine() + "/24", "dev", name));
        Command.require(LIMIT, List.of("ip", "link", "set", "dev", name, "up"));
    }

    /** Takes the bridge away, and the cables that killed nodes left. */
    void remove() {
        for (var node : spec.nodes()) {
            if (ownsPort(node)) {
                Command.require(LIMIT, List.of("ip", "link", "del", "dev", port(node)));
            }
        }
        if (isUp()) {
            Command.require(
                    LIMIT, List.of("ip", "link", "del", "dev", spec.network().bridge()));
        }
    }

    void connect(LabNode node) {
        Command.require(
                LIMIT,
                List.of(
                        "ip",
                        "link",
                        "set",
                        "dev",
                        port(node),
                        "master",
                        spec.network().bridge()));
    }

    void disconnect(LabNode node) {
        Command.require(LIMIT, List.of("ip", "link", "set", "dev", port(node), "nomaster"));
    }

    boolean hasPort(LabNode node) {
        return Files.exists(INTERFACES.resolve(port(node)));
    }

    private boolean isUp() {
        var interfaceFolder = INTERFACES.resolve(spec.network().bridge());
        if (!Files.exists(interfaceFolder)) {
            return false;
        }
        if (!Folder.read(interfaceFolder.resolve("ifalias")).equals(alias())) {
            throw new LabException("There is an interface " + spec.network().bridge()
                    + " on this machine that is not this lab's: give the lab another --bridge.");
        }
        return true;
    }

    private void refuseForeignAddresses() {
        try {
            NetworkInterface.networkInterfaces()
                    .filter(there -> !there.getName().equals(spec.network().bridge()))
                    .filter(there -> there.inetAddresses()
                            .anyMatch(address -> address instanceof Inet4Address
                                    && spec.network().holds(address.getHostAddress())))
                    .findFirst()
                    .ifPresent(there -> {
                        throw new LabException("This machine's interface " + there.getName() + " has an address in "
                                + spec.network().cidr() + ": give the lab another --subnet.");
                    });
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseForeignPorts() {
        for (var node : spec.nodes()) {
            if (hasPort(node) && !ownsPort(node)) {
                throw new LabException("There is an interface " + port(node)
                        + " on this machine that is not this lab's: give the lab another name.");
            }
        }
    }

    /** A port is ours while it hangs on our bridge, or on none while our cable is cut. */
    private boolean ownsPort(LabNode node) {
        if (!hasPort(node)) {
            return false;
        }
        var master = INTERFACES.resolve(port(node)).resolve("master");
        try {
            return Files.exists(master)
                    ? String.valueOf(Files.readSymbolicLink(master).getFileName())
                            .equals(spec.network().bridge())
                    : Files.exists(new LabFiles(spec.directory()).power().resolve(node.name() + ".cut"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String alias() {
        return "understudy lab " + spec.directory();
    }

    private String port(LabNode node) {
        return "vb-" + spec.name() + "-" + node.name();
    }
}
