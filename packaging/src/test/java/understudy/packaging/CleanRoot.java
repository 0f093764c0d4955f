package understudy.packaging;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Debian of its own in a folder: the smallest that Debian makes, with man, bash's completion and zsh, and the JDK that runs this
 * test beside it. Its packages come from the mirror that this machine's own apt is configured with.
 */
record CleanRoot(Path folder) {
    private static final String RELEASE = "bookworm";
    private static final String PACKAGES = "man-db,bash-completion,zsh";
    private static final String JDK = "usr/lib/jvm/jdk";

    /** Mounts vanish with the process, whatever becomes of it, because they are made in a namespace of its own. */
    private static final String INSIDE = """
            root=$1 jdk=$2; shift 2
            mount --bind "$jdk" "$root/usr/lib/jvm/jdk"
            mount -t proc proc "$root/proc"
            exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@"
            """;

    /** Makes it in about a minute, or skips the test with the sentence that says what is missing. */
    static CleanRoot in(Path folder) throws IOException, InterruptedException {
        assumeTrue(Shell.run("id", "-u").output().equals("0\n"), "A root of its own is made by root only.");
        assumeTrue(
                Shell.run("sh", "-c", "command -v mmdebstrap && command -v unshare")
                                .exit()
                        == 0,
                "A root of its own needs mmdebstrap and unshare (Debian: apt-get install mmdebstrap util-linux).");
        Shell made = Shell.run(
                "mmdebstrap",
                "--mode=root",
                "--variant=minbase",
                "--aptopt=Acquire::Check-Valid-Until \"false\"",
                "--include=" + PACKAGES,
                RELEASE,
                folder.toString(),
                "deb " + mirror() + " " + RELEASE + " main");
        if (made.exit() != 0) {
            throw new IOException("mmdebstrap made no root: " + made.output());
        }
        Files.createDirectories(folder.resolve(JDK));
        return new CleanRoot(folder);
    }

    /** Runs a command in it, as root. */
    Shell run(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(
                List.of("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-euc", INSIDE, "in"));
        all.addAll(List.of(folder.toString(), System.getProperty("java.home")));
        all.addAll(List.of(command));
        return Shell.run(Map.of(), all.toArray(String[]::new));
    }

    /** Every file but those of dpkg's books, of logs, of man's index, of this user and of the moment. */
    List<String> files() throws IOException, InterruptedException {
        String others = "^/(proc|sys|dev|run|tmp|root|var/lib/dpkg|var/log|var/cache/man)(/|$)";
        Shell found = run("find", "/", "-xdev");
        return found.output()
                .lines()
                .filter(file -> !file.matches(others + ".*"))
                .sorted()
                .toList();
    }

    /** Removes it; JUnit would warn of each of its symbolic links. */
    void remove() throws IOException, InterruptedException {
        Shell.run("rm", "-rf", "--one-file-system", folder.toString());
    }

    private static String mirror() throws IOException, InterruptedException {
        return Shell.run(
                        "apt-get",
                        "indextargets",
                        "--format",
                        "$(REPO_URI) $(RELEASE) $(COMPONENT)",
                        "Identifier: Packages")
                .output()
                .lines()
                .filter(line -> line.endsWith(" " + RELEASE + " main"))
                .map(line -> line.split(" ")[0])
                .findFirst()
                .orElseThrow(() -> new IOException("This machine's apt has no source for Debian's '" + RELEASE
                        + " main', from whose mirror the root is made: add it to /etc/apt and run apt-get update."));
    }
}
