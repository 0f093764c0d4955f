package understudy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The disk that every node of every lab begins with: Debian with all the lab's services in their older versions, and
 * beside it the repository that has older and newer ones. It is built once, in about two minutes, and then shared.
 */
final class BaseImage {
    /** Raised when the way of building changes, so that older images are not taken. */
    private static final int RECIPE = 3;

    private static final Duration LONG = Duration.ofMinutes(20);
    private static final Duration SHORT = Duration.ofMinutes(2);

    private static final List<String> PACKAGES = List.of(
            "systemd-sysv",
            "dbus",
            "libpam-systemd",
            "openssh-server",
            "sudo",
            "ifupdown",
            "iproute2",
            "iputils-ping",
            "iputils-arping",
            "procps",
            "psmisc",
            "less",
            "kmod",
            "netcat-openbsd",
            "nftables",
            "rsyslog",
            "ca-certificates",
            "perl",
            "python3-apt",
            "curl",
            "corosync",
            "pacemaker",
            "pacemaker-cli-utils",
            "resource-agents",
            "dovecot-core",
            "dovecot-imapd",
            "dovecot-lmtpd",
            "postfix",
            "nginx",
            "postgresql-15");

    /** The cluster's own software: no newer version is offered, but one can be published. */
    private static final List<String> STACK = List.of(
            "corosync",
            "pacemaker",
            "pacemaker-cli-utils",
            "pacemaker-common",
            "pacemaker-resource-agents",
            "libqb100");

    /** The cluster, not the boot, starts the services. */
    private static final List<String> DISABLED = List.of("dovecot", "postfix", "nginx", "postgresql", "logd");

    /** Somebody who may do everything, but only by sudo. */
    static final String OPERATOR = "duty";

    private final Path folder;

    private BaseImage(Path folder) {
        this.folder = folder;
    }

    /** The image among the shared ones in {@code base}, built now if it is not there. */
    static BaseImage obtain(Path base, LabListener listener) {
        var image = new BaseImage(base.resolve(digest()));
        Folder.make(base);
        try (var channel = FileChannel.open(base.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new LabException("The lock of " + base + " was lost: try again.");
            }
            if (!Files.exists(image.disk())) {
                image.build(listener);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image;
    }

    Path disk() {
        return folder.resolve("base.img");
    }

    Path repository() {
        return folder.resolve("repository");
    }

    /** The database as its package made it, to be laid onto shared storage. */
    Path database() {
        return folder.resolve("database.tar");
    }

    private void build(LabListener listener) {
        var sources = PackageSources.ofThisMachine();
        var fresh = folder.resolveSibling(folder.getFileName() + ".building");
        Folder.delete(fresh);
        var root = Folder.make(fresh).resolve("root");
        listener.progress("building the base image with " + PACKAGES.size()
                + " packages and what they need, once: about two minutes");
        Command.require(
                LONG,
                List.of(
                        "mmdebstrap",
                        "--mode=root",
                        "--variant=minbase",
                        "--aptopt=Acquire::Check-Valid-Until \"false\"",
                        "--include=" + String.join(",", PACKAGES),
                        PackageSources.RELEASE,
                        root.toString(),
                        sources.oldLine()));
        listener.progress("fetching the newer packages, and the old ones of the same names");
        fillRepository(root, fresh.resolve("repository"), sources);
        listener.progress("making the disk image");
        configure(root, fresh);
        makeDisk(root, fresh.resolve("base.img"));
        Folder.delete(root);
        try {
            Files.move(fresh, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fillRepository(Path root, Path repository, PackageSources sources) {
        Folder.write(root.resolve("etc/resolv.conf"), Folder.read(Path.of("/etc/resolv.conf")) + "\n");
        Folder.write(root.resolve("etc/apt/sources.list"), sources.oldLine() + "\n" + sources.newLine() + "\n");
        inside(root, "apt-get", "-o", "Acquire::Check-Valid-Until=false", "update");
        inside(root, "apt-get", "-y", "--download-only", "dist-upgrade");
        var archives = root.resolve("var/cache/apt/archives");
        var query = new ArrayList<>(List.of("dpkg-query", "-W", "-f", "${Package}=${Version}\n"));
        Repository.packagesIn(archives).stream()
                .map(Repository::packageName)
                .distinct()
                .forEach(query::add);
        query.addAll(STACK);
        var download = new ArrayList<>(List.of("env", "-C", "/var/cache/apt/archives", "apt-get", "download"));
        inside(root, query.toArray(String[]::new)).lines().distinct().forEach(download::add);
        inside(root, download.toArray(String[]::new));
        Folder.make(repository);
        try {
            for (var file : Repository.packagesIn(archives)) {
                Files.move(file, repository.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Repository(repository).index();
    }

    private static void configure(Path root, Path fresh) {
        var disable = new ArrayList<>(List.of("systemctl", "disable"));
        disable.addAll(DISABLED);
        inside(root, disable.toArray(String[]::new));
        inside(root, "useradd", "-r", "-u", "800", "-d", "/srv/mail", "-s", "/usr/sbin/nologin", "vmail");
        inside(root, "useradd", "-m", "-s", "/bin/bash", OPERATOR);
        Folder.write(root.resolve("etc/sudoers.d/" + OPERATOR), OPERATOR + " ALL=(ALL) NOPASSWD: ALL\n", "r--r-----");
        inside(root, "sed", "-i", "s/^!include auth-system/#&/", "/etc/dovecot/conf.d/10-auth.conf");
        inside(root, "newaliases");
        Command.require(
                SHORT,
                List.of(
                        "tar",
                        "-C",
                        root.resolve("var/lib/postgresql").toString(),
                        "--numeric-owner",
                        "-cf",
                        fresh.resolve("database.tar").toString(),
                        "."));
        Folder.delete(root.resolve("var/lib/postgresql/15"));
        Folder.write(root.resolve("etc/postgresql/15/main/start.conf"), "manual\n");
        Folder.write(root.resolve("etc/apt/sources.list"), "deb [trusted=yes] file:/srv/repository ./\n");
        Folder.write(root.resolve("etc/default/locale"), "");
        Folder.write(root.resolve("etc/resolv.conf"), "");
        for (var path :
                List.of("srv/shared", "srv/repository", "srv/power", "srv/mail", "srv/web", "var/log/journal")) {
            Folder.make(root.resolve(path));
        }
        Folder.delete(root.resolve("etc/nginx/sites-enabled"));
        Folder.make(root.resolve("etc/nginx/sites-enabled"));
        Folder.delete(root.resolve("var/lib/apt/lists"));
        Folder.make(root.resolve("var/lib/apt/lists/partial"));
        Command.require(SHORT, List.of("find", root.resolve("etc/ssh").toString(), "-name", "ssh_host_*", "-delete"));
    }

    private static void makeDisk(Path root, Path disk) {
        Command.require(SHORT, List.of("truncate", "-s", "2G", disk.toString()));
        Command.require(LONG, List.of("mkfs.ext4", "-q", "-m0", "-d", root.toString(), disk.toString()));
    }

    private static String inside(Path root, String... arguments) {
        var command = new ArrayList<>(List.of("chroot", root.toString()));
        command.addAll(List.of(arguments));
        return Command.require(LONG, command);
    }

    private static String digest() {
        try {
            var recipe = RECIPE + " " + PackageSources.RELEASE + " " + PACKAGES + STACK + DISABLED;
            var hash = MessageDigest.getInstance("SHA-256").digest(recipe.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
