package understudy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Repacks packages of a lab's repository under higher versions, broken or sound. */
final class Publication {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9+.-]+");
    private static final Pattern VERSION = Pattern.compile("(?m)^Version: .*$");

    private final Repository repository;

    Publication(Repository repository) {
        this.repository = repository;
    }

    /** Publishes and gives the new version. */
    String publish(String packageName, Variant variant) {
        var original = newest(packageName);
        var version = version(original) + variant.suffix();
        var work = repository.folder().resolveSibling("repack");
        Folder.delete(work);
        Command.require(LIMIT, List.of("dpkg-deb", "-R", original.toString(), work.toString()));
        var control = work.resolve("DEBIAN").resolve("control");
        Folder.write(control, VERSION.matcher(Folder.read(control)).replaceFirst("Version: " + version) + "\n");
        if (variant == Variant.BAD) {
            Folder.write(
                    work.resolve("DEBIAN").resolve("postinst"),
                    "#!/bin/sh\necho 'broken on purpose' >&2\nexit 1\n",
                    "rwxr-xr-x");
        }
        if (variant == Variant.BREAKS_START) {
            var dropIns = work.resolve("usr/lib/systemd/system/dovecot.service.d");
            Folder.make(dropIns);
            Folder.write(dropIns.resolve("broken.conf"), "[Service]\nExecStartPre=/bin/false\n");
        }
        Command.require(
                LIMIT,
                List.of(
                        "dpkg-deb",
                        "-b",
                        work.toString(),
                        file(packageName, variant).toString()));
        Folder.delete(work);
        repository.index();
        return version;
    }

    void withdraw(String packageName) {
        requireName(packageName);
        try {
            for (var variant : Variant.values()) {
                Files.deleteIfExists(file(packageName, variant));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        repository.index();
    }

    /** The name of the file that holds the newest sound version of a package. */
    String newestFile(String packageName) {
        return String.valueOf(newest(packageName).getFileName());
    }

    /** The newest sound version of a package. */
    String newestVersion(String packageName) {
        return version(newest(packageName));
    }

    private Path newest(String packageName) {
        requireName(packageName);
        return repository.packages().stream()
                .filter(file -> Repository.packageName(file).equals(packageName) && !isVariant(file))
                .max(Publication::compareVersions)
                .orElseThrow(() -> new LabException(
                        "The lab's repository has no package '" + packageName + "': see " + repository.folder() + "."));
    }

    private static boolean isVariant(Path file) {
        var name = String.valueOf(file.getFileName());
        return List.of(Variant.values()).stream()
                .anyMatch(variant -> name.endsWith("_variant" + variant.suffix() + ".deb"));
    }

    private static int compareVersions(Path left, Path right) {
        var older = Command.run(LIMIT, List.of("dpkg", "--compare-versions", version(left), "lt", version(right)));
        return older.succeeded() ? -1 : 1;
    }

    private static String version(Path file) {
        return Command.require(LIMIT, List.of("dpkg-deb", "-f", file.toString(), "Version"))
                .strip();
    }

    private Path file(String packageName, Variant variant) {
        return repository.folder().resolve(packageName + "_variant" + variant.suffix() + ".deb");
    }

    private static void requireName(String packageName) {
        if (!NAME.matcher(packageName).matches()) {
            throw new LabException("'" + packageName + "' is no name of a Debian package.");
        }
    }
}
