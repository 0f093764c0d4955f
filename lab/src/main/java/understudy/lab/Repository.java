package understudy.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A folder of Debian packages with its index: the only source that a lab's nodes have. */
record Repository(Path folder) {
    /** Writes the index anew, after packages have come or gone; the nodes see it with their next {@code apt-get update}. */
    void index() {
        var packages = Command.require(
                Duration.ofMinutes(2), List.of("env", "-C", folder.toString(), "dpkg-scanpackages", "-m", "."));
        Folder.write(folder.resolve("Packages"), packages);
    }

    /** A copy that a lab may add to: the packages are linked where the file system allows it. */
    void copyTo(Path other) {
        Folder.delete(other);
        Folder.make(other);
        var linked = Command.run(Duration.ofMinutes(2), List.of("cp", "-al", folder + "/.", other.toString()));
        if (!linked.succeeded()) {
            Command.require(Duration.ofMinutes(5), List.of("cp", "-a", folder + "/.", other.toString()));
        }
    }

    List<Path> packages() {
        return packagesIn(folder);
    }

    static List<Path> packagesIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The package's name, as it stands in its file's name before the first underscore. */
    static String packageName(Path file) {
        return String.valueOf(file.getFileName()).split("_")[0];
    }
}
