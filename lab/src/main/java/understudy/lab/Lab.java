package understudy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A real Pacemaker cluster on this machine: nodes with disks, boots, packages and power of their own, one or two groups with
 * floating addresses, and fencing that kills.
 *
 * <p>A lab outlives the process that made it; {@link #open} finds it again by its folder.
 */
public final class Lab {
    private final LabSpec spec;
    private final LabFiles files;
    private final PowerControl power;
    private final Bridge bridge;
    private final Observation observation;

    private Lab(LabSpec spec) {
        this.spec = spec;
        this.files = new LabFiles(spec.directory());
        this.power = new PowerControl(spec, files);
        this.bridge = new Bridge(spec);
        this.observation = new Observation(spec, power);
    }

    /** The lab that this specification describes, whether or not it has been made. */
    public static Lab of(LabSpec spec) {
        return new Lab(spec);
    }

    /** The lab that was made in this folder. */
    public static Lab open(Path directory) {
        return new Lab(SpecFile.read(directory.toAbsolutePath().normalize()));
    }

    /** Whether a lab has been made in this folder. */
    public static boolean isAt(Path directory) {
        return Files.isRegularFile(new LabFiles(directory).specification());
    }

    public LabSpec spec() {
        return spec;
    }

    /** The file with which Understudy patches this lab like any other cluster. */
    public Path inventory() {
        return files.inventory();
    }

    /** The configuration file with which {@code ssh -F} reaches the nodes by their names. */
    public Path sshConfiguration() {
        return files.sshConfiguration();
    }

    /** The packages that the nodes can install, older and newer. */
    public Path repository() {
        return files.repository();
    }

    /** Makes or starts the lab, and comes back when all nodes are online and every group answers its clients. */
    public void up(LabListener listener) {
        Machine.prepare(listener);
        refuseOtherSpecification();
        bridge.refuseForeign();
        locked(() -> bringUp(listener));
    }

    /** Puts all disks, the shared storage and the repository back to what they were before the first boot, and starts again. */
    public void restore(LabListener listener) {
        SpecFile.read(spec.directory());
        Machine.prepare(listener);
        locked(() -> {
            listener.progress("putting disks, shared storage and repository back");
            power.quit();
            Folder.delete(files.disks());
            Folder.delete(files.shared());
            Folder.delete(files.repository());
            bringUp(listener);
        });
    }

    /** Pulls every plug and leaves no process, mount, interface or cgroup; the disks stay, and {@link #up} goes on with them. */
    public void down(LabListener listener) {
        if (!Files.isDirectory(files.folder())) {
            listener.progress("there is no lab in " + files.folder());
            return;
        }
        locked(() -> {
            takeDown();
            listener.progress("lab " + spec.name() + " is down");
        });
    }

    /** Takes the lab down and deletes its folder. The base images that all labs share stay. */
    public void wipe(LabListener listener) {
        down(LabListener.silent());
        Folder.delete(files.folder());
        listener.progress("lab " + spec.name() + " is gone");
    }

    /** Deletes the base images beside this lab's folder; the next {@code up} builds them again. */
    public void wipeBase(LabListener listener) {
        Folder.delete(files.base());
        listener.progress("the base images in " + files.base() + " are gone");
    }

    /** What the nodes and groups are at this moment. */
    public LabStatus status() {
        var view = observation.view();
        var nodes = spec.nodes().stream()
                .map(node -> new LabStatus.NodeStatus(
                        node,
                        power.state(node).equals("on"),
                        Files.exists(cut(node)),
                        power.boots(node),
                        view.map(seen -> seen.memberships().getOrDefault(node.name(), "unknown"))
                                .orElse("unknown")))
                .toList();
        var groups = spec.groups().stream()
                .map(group -> new LabStatus.GroupStatus(
                        group,
                        view.flatMap(seen -> Optional.ofNullable(seen.owners().get(group.name()))),
                        Client.answers(group)))
                .toList();
        return new LabStatus(
                files.inventory(),
                view.map(ClusterView::quorum).orElse(false),
                nodes,
                groups,
                view.map(ClusterView::failures).orElse(List.of()));
    }

    /** Gives an order to a node's power controller and waits until it is carried out; it does not wait for the boot. */
    public void power(String node, Power order) {
        power.command(spec.node(node), order);
    }

    /** Pulls a node's network cable, or puts it back; a pulled cable stays so through restarts. */
    public void network(String nodeName, Cable cable) {
        var node = spec.node(nodeName);
        shell(nodeName);
        switch (cable) {
            case CUT -> {
                Folder.write(cut(node), "");
                if (bridge.hasPort(node)) {
                    bridge.disconnect(node);
                }
            }
            case HEAL -> {
                delete(cut(node));
                if (bridge.hasPort(node)) {
                    bridge.connect(node);
                }
            }
        }
    }

    /** Breaks something, and comes back when it is broken; what the cluster makes of it is not waited for. */
    public void fault(String node, Fault fault) {
        new FaultInjection(this, fault).apply(spec.node(node));
    }

    /** Takes back what {@link #fault} did; the node may still need a moment to be as it was. */
    public void heal(String node, Fault fault) {
        new FaultInjection(this, fault).heal(spec.node(node));
    }

    /** Puts a variant of a package into the nodes' repository, where the next {@code apt-get update} finds it. */
    public String publish(String packageName, Variant variant) {
        return new Publication(new Repository(files.repository())).publish(packageName, variant);
    }

    /** Takes all published variants of a package back. */
    public void withdraw(String packageName) {
        new Publication(new Repository(files.repository())).withdraw(packageName);
    }

    /** Runs a program inside a node as root, past its network; the arguments arrive as they are, through no shell. */
    public NodeOutput execute(String node, List<String> arguments) {
        return execute(node, Duration.ofMinutes(2), arguments);
    }

    /** The same with a limit, after which the program is killed and a {@link LabException} says so. */
    public NodeOutput execute(String node, Duration limit, List<String> arguments) {
        var output = shell(node).run(limit, "", arguments);
        return new NodeOutput(output.code(), output.out(), output.err());
    }

    /** Waits until all nodes are online and all groups answer; false where that has not come to be within the limit. */
    public boolean settles(Duration limit) {
        return Await.until(limit, observation::isSettled);
    }

    NodeShell shell(String node) {
        return new NodeShell(power, spec.node(node));
    }

    private void bringUp(LabListener listener) {
        var image = BaseImage.obtain(files.base(), listener);
        writeSeed();
        if (!Files.exists(files.repository())) {
            new Repository(image.repository()).copyTo(files.repository());
        }
        if (!Files.exists(files.shared())) {
            SharedStorage.fill(spec, files, image);
        }
        Folder.write(files.inventory(), Inventory.render(spec));
        Folder.write(files.controllerScript(), Resources.text("power-controller.sh"));
        bridge.make();
        for (var node : spec.nodes()) {
            power.start(node, image.disk());
        }
        new Arrival(spec, power, files).await(listener);
        listener.progress("lab " + spec.name() + " is up: " + spec.shape().inWords());
    }

    /** Writes what makes this lab itself, once. */
    private void writeSeed() {
        if (!Files.exists(files.specification())) {
            new Seed(spec, files).write();
            Folder.write(files.specification(), SpecFile.render(spec));
        }
    }

    private void refuseOtherSpecification() {
        if (isAt(spec.directory()) && !SpecFile.read(spec.directory()).equals(spec)) {
            throw new LabException(
                    "The lab in " + spec.directory()
                            + " was made with other parameters: wipe it first, or give this one another name, bridge and subnet.");
        }
    }

    private void takeDown() {
        power.quit();
        bridge.remove();
    }

    private Path cut(LabNode node) {
        return files.power().resolve(node.name() + ".cut");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One process at a time changes a lab. */
    private void locked(Runnable change) {
        Folder.make(files.folder());
        try (var channel = FileChannel.open(
                        files.folder().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new LabException(
                        "Another process is changing lab " + spec.name() + " now: wait until it has ended.");
            }
            change.run();
        } catch (OverlappingFileLockException e) {
            throw new LabException("Lab " + spec.name() + " is being changed by this process already.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lab in short, for a person. */
    @Override
    public String toString() {
        return spec.name() + " in " + spec.directory() + " ("
                + spec.nodes().stream().map(LabNode::address).collect(Collectors.joining(", ")) + ")";
    }
}
