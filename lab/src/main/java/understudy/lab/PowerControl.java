package understudy.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The nodes' power: starts their controllers, gives them orders, and cleans up after them. */
final class PowerControl {
    private static final Duration ORDER = Duration.ofSeconds(20);

    private final LabSpec spec;
    private final LabFiles files;

    PowerControl(LabSpec spec, LabFiles files) {
        this.spec = spec;
        this.files = files;
    }

    /** Switches a node on, through a controller that is started if there is none; returns at once. */
    void start(LabNode node, Path baseImage) {
        order(node, "on");
        if (isControlled(node)) {
            return;
        }
        Folder.make(files.power());
        Folder.make(files.run());
        Folder.make(files.disks());
        var command = List.of(
                "setsid",
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "sh",
                files.controllerScript().toString(),
                spec.name(),
                node.name(),
                spec.network().bridge(),
                files.folder().toString(),
                baseImage.toString());
        var console = files.console(node).toFile();
        try {
            new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(console))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives an order and waits until it is carried out. */
    void command(LabNode node, Power power) {
        requireControlled(node);
        var before = boots(node);
        order(node, power.word());
        var done = Await.until(ORDER, () -> switch (power) {
            case ON -> state(node).equals("on");
            case OFF -> state(node).equals("off");
            case CYCLE -> boots(node) > before && state(node).equals("on");
        });
        if (!done) {
            throw new LabException("The power controller of " + node.name() + " did not obey '" + power.word()
                    + "' within " + ORDER.toSeconds() + " s: see " + files.console(node) + ".");
        }
    }

    /** Pulls every plug and ends every controller; then nothing of the nodes is running or mounted. */
    void quit() {
        for (var node : spec.nodes()) {
            if (isControlled(node)) {
                order(node, "quit");
            }
        }
        for (var node : spec.nodes()) {
            Await.until(ORDER, () -> !isControlled(node));
            reap(node);
        }
        for (var hierarchy : Machine.hierarchies()) {
            removeCgroups(hierarchy.resolve("understudy").resolve(spec.name()));
            removeIfEmpty(hierarchy.resolve("understudy"));
        }
        Folder.delete(files.power());
        Folder.delete(files.run());
    }

    String state(LabNode node) {
        return isControlled(node) ? Folder.read(files.power().resolve(node.name() + ".state")) : "off";
    }

    int boots(LabNode node) {
        var text = Folder.read(files.power().resolve(node.name() + ".boots"));
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** The process that is PID 1 inside the node, where it is running. */
    Optional<Long> init(LabNode node) {
        var nspawn = Folder.read(files.run().resolve(node.name() + ".nspawn"));
        if (!nspawn.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(nspawn))
                .flatMap(process ->
                        process.children().filter(PowerControl::isInit).findFirst())
                .map(ProcessHandle::pid);
    }

    boolean isControlled(LabNode node) {
        var pid = Folder.read(files.run().resolve(node.name() + ".pid"));
        return pid.matches("\\d{1,9}")
                && commandLine(pid).contains(files.controllerScript().toString());
    }

    private void requireControlled(LabNode node) {
        if (!isControlled(node)) {
            throw new LabException(
                    "Lab " + spec.name() + " is down, so " + node.name() + " has no power: `understudy lab up` first.");
        }
    }

    private void order(LabNode node, String word) {
        Folder.write(files.power().resolve(node.name() + ".want"), word + "\n");
    }

    private void reap(LabNode node) {
        var gone = Await.until(ORDER, () -> {
            var left = processes(node);
            left.forEach(ProcessHandle::destroyForcibly);
            return left.isEmpty();
        });
        if (!gone) {
            throw new LabException("Processes of " + node.name() + " do not end: "
                    + processes(node).stream()
                            .map(process -> Long.toString(process.pid()))
                            .toList() + "; look at them with ps.");
        }
    }

    private List<ProcessHandle> processes(LabNode node) {
        return Machine.hierarchies().stream()
                .map(hierarchy ->
                        hierarchy.resolve("understudy").resolve(spec.name()).resolve(node.name()))
                .filter(Files::isDirectory)
                .flatMap(cgroup -> cgroups(cgroup).stream())
                .flatMap(cgroup -> Folder.read(cgroup.resolve("cgroup.procs")).lines())
                .distinct()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .toList();
    }

    /** A cgroup and all below it, the deepest first. */
    private static List<Path> cgroups(Path top) {
        try (var all = Files.walk(top)) {
            return all.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeCgroups(Path top) {
        if (!Files.isDirectory(top)) {
            return;
        }
        for (var cgroup : cgroups(top)) {
            removeFolder(cgroup);
        }
    }

    private static void removeIfEmpty(Path cgroup) {
        if (Files.isDirectory(cgroup) && cgroups(cgroup).size() == 1) {
            removeFolder(cgroup);
        }
    }

    private static void removeFolder(Path cgroup) {
        try {
            Files.deleteIfExists(cgroup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A container's first process is number 1 in the innermost of its process namespaces. */
    private static boolean isInit(ProcessHandle process) {
        return proc(Long.toString(process.pid()), "status")
                .lines()
                .anyMatch(line -> line.startsWith("NSpid:") && line.endsWith("\t1"));
    }

    private static String commandLine(String pid) {
        return proc(pid, "cmdline").replace('\0', ' ');
    }

    private static String proc(String pid, String file) {
        try {
            return Files.readString(Path.of("/proc", pid, file));
        } catch (IOException ended) {
            // A process may end while it is being looked at: then there is nothing to read.
            return "";
        }
    }
}
