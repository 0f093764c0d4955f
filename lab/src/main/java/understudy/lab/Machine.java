package understudy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** This machine: what a lab needs of it, and what it lacks, one sentence for each lack. */
final class Machine {
    private static final Path CGROUPS = Path.of("/sys/fs/cgroup");
    private static final List<String> V1_HIERARCHIES = List.of("systemd", "unified", "memory", "pids");

    /** Programs and the Debian packages that hold them. */
    private static final SequencedMap<String, String> PROGRAMS = new LinkedHashMap<>();

    static {
        PROGRAMS.put("mmdebstrap", "mmdebstrap");
        PROGRAMS.put("systemd-nspawn", "systemd-container");
        PROGRAMS.put("dpkg-scanpackages", "dpkg-dev");
        PROGRAMS.put("dpkg-deb", "dpkg");
        PROGRAMS.put("mkfs.ext4", "e2fsprogs");
        PROGRAMS.put("ssh-keygen", "openssh-client");
        PROGRAMS.put("ip", "iproute2");
        PROGRAMS.put("pgrep", "procps");
        PROGRAMS.put("unshare", "util-linux");
        PROGRAMS.put("nsenter", "util-linux");
        PROGRAMS.put("losetup", "mount");
        PROGRAMS.put("mount", "mount");
    }

    private Machine() {}

    /** What cannot be helped by installing packages; empty where a lab can run. */
    static List<String> lacks() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return List.of("The lab needs Linux, and this is " + System.getProperty("os.name")
                    + ": run it on a Linux machine.");
        }
        var lacks = new ArrayList<String>();
        if (!"root".equals(System.getProperty("user.name"))) {
            lacks.add("The lab makes mounts, bridges and cgroups, which only root may do: run it as root.");
        }
        if (hierarchies().isEmpty()) {
            lacks.add("The lab found no cgroups below " + CGROUPS
                    + ": mount cgroup2 there, or the v1 hierarchies systemd and pids.");
        }
        if (!Files.exists(Path.of("/dev/loop-control"))) {
            lacks.add(
                    "The lab found no /dev/loop-control: load the kernel's loop module, so that disk images can be mounted.");
        }
        if (!Files.exists(Path.of("/proc/self/ns/time"))) {
            lacks.add(
                    "This kernel has no time namespaces (Linux 5.6 or later): nodes could not show that they were restarted.");
        }
        return List.copyOf(lacks);
    }

    /** Refuses with every lack, installs missing programs where Debian's apt is at hand, and says so. */
    static void prepare(LabListener listener) {
        var lacks = lacks();
        if (!lacks.isEmpty()) {
            throw new LabException(String.join("\n", lacks));
        }
        var packages = missingPackages();
        if (packages.isEmpty()) {
            return;
        }
        var names = String.join(" ", packages);
        if (!Files.exists(Path.of("/etc/debian_version")) || !isProgram("apt-get")) {
            throw new LabException("The lab needs programs that this machine lacks, in Debian's packages " + names
                    + ": install their equivalents.");
        }
        listener.progress("installing what the lab needs on this machine: apt-get install " + names);
        var install = new ArrayList<>(List.of("apt-get", "install", "-y", "--no-install-recommends"));
        install.addAll(packages);
        if (!Command.run(Duration.ofMinutes(10), install).succeeded()) {
            Command.require(Duration.ofMinutes(5), List.of("apt-get", "update"));
            Command.require(Duration.ofMinutes(10), install);
        }
    }

    static List<String> missingPackages() {
        var packages = new LinkedHashSet<String>();
        for (Map.Entry<String, String> program : PROGRAMS.entrySet()) {
            if (!isProgram(program.getKey())) {
                packages.add(program.getValue());
            }
        }
        return List.copyOf(packages);
    }

    /** The cgroup trees in which every node gets a cgroup of its own: version 2 alone, or version 1's that systemd needs. */
    static List<Path> hierarchies() {
        if (Files.exists(CGROUPS.resolve("cgroup.controllers"))) {
            return List.of(CGROUPS);
        }
        return V1_HIERARCHIES.stream()
                .map(CGROUPS::resolve)
                .filter(Files::isDirectory)
                .toList();
    }

    /** The code name of this machine's Debian, for instance bookworm; empty where it does not say. */
    static String codeName() {
        try {
            return Files.readAllLines(Path.of("/etc/os-release")).stream()
                    .filter(line -> line.startsWith("VERSION_CODENAME="))
                    .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isProgram(String name) {
        return List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
