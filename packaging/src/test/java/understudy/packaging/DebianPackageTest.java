package understudy.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package as dpkg sees it, and the program that is unpacked from it; none of this needs root. */
@Tag("package")
class DebianPackageTest {
    @TempDir
    private Path folder;

    private String deb = "";
    private Path root = Path.of("/");

    @BeforeEach
    void makeAnEmptyRoot() throws IOException {
        deb = Shell.deb().toString();
        root = Files.createDirectories(folder.resolve("root"));
    }

    @Test
    void itsFilesBelongToRootAndLieWhereDebianWantsThem() throws Exception {
        List<String> files =
                Shell.run("dpkg-deb", "--contents", deb).output().lines().toList();
        assertThat(files)
                .allMatch(line -> line.matches("(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x) root/root .*"))
                .allMatch(line -> line.matches(".* \\./((usr|var)/.*)?"));
        assertThat(files.stream().filter(line -> line.startsWith("-rwx")).map(line -> line.replaceAll(".* ", "")))
                .containsExactlyInAnyOrder("./usr/bin/understudy", "./usr/share/understudy/jdk-home");
    }

    @Test
    void theProgramInItTellsThePackagesVersion() throws Exception {
        String version = Shell.run("dpkg-deb", "--field", deb, "Version").output();
        assertThat(unpacked("--version")).isEqualTo(new Shell(0, "understudy " + version));
    }

    @Test
    void theDemoRunsFromIt() throws Exception {
        Shell demo = unpacked("demo", "--fast");
        assertThat(demo.output()).contains("FINISHED: Every node is patched and verified.");
        assertThat(demo.exit()).isZero();
    }

    @Test
    void withoutAJdkItSaysWhatItLacks() throws Exception {
        Shell.run("dpkg-deb", "--extract", deb, root.toString());
        Files.writeString(root.resolve("usr/share/understudy/jdk-home"), """
                #!/bin/sh
                echo "understudy: no JDK." >&2
                exit 2
                """);
        assertThat(Shell.run(home(), root + "/usr/bin/understudy", "--version"))
                .isEqualTo(new Shell(2, "understudy: no JDK.\n"));
    }

    @Test
    void itsSumsAreThoseOfItsFiles() throws Exception {
        Shell.run("dpkg-deb", "--raw-extract", deb, root.toString());
        assertThat(Shell.run("sh", "-c", "cd " + root + " && md5sum --check --quiet DEBIAN/md5sums"))
                .isEqualTo(new Shell(0, ""));
    }

    private Shell unpacked(String... words) throws Exception {
        Shell.run("dpkg-deb", "--extract", deb, root.toString());
        String[] command = Stream.concat(Stream.of(root + "/usr/bin/understudy"), Stream.of(words))
                .toArray(String[]::new);
        return Shell.run(home(), command);
    }

    private Map<String, String> home() {
        return Map.of("HOME", folder.resolve("home").toString(), "JAVA_HOME", System.getProperty("java.home"));
    }
}
