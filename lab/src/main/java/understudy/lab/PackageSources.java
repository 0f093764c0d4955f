package understudy.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where packages come from: the mirrors that this machine's own apt is configured with. The lab names no host of its own.
 *
 * @param main the address of Debian's archive, whose bookworm holds the older versions
 * @param security the address of its security archive, which holds the newer ones
 */
record PackageSources(String main, String security) {
    static final String RELEASE = "bookworm";

    static PackageSources ofThisMachine() {
        var targets = Command.require(
                Duration.ofSeconds(30),
                List.of(
                        "apt-get",
                        "indextargets",
                        "--format",
                        "$(REPO_URI) $(RELEASE) $(COMPONENT)",
                        "Identifier: Packages"));
        return parse(targets, Machine.codeName());
    }

    /** Reads lines of address, release and component; the machine itself may run another release than the lab's nodes. */
    static PackageSources parse(String targets, String codeName) {
        var main = address(targets, codeName);
        var security = address(targets, codeName + "-security");
        if (main.isEmpty() || security.isEmpty()) {
            throw new LabException(
                    "This machine's apt has no source for Debian's '" + codeName + " main' and '" + codeName
                            + "-security main', from whose mirror the lab takes its packages: add them to /etc/apt and run apt-get update.");
        }
        return new PackageSources(main.get(), security.get());
    }

    String oldLine() {
        return "deb " + main + " " + RELEASE + " main";
    }

    String newLine() {
        return "deb " + security + " " + RELEASE + "-security main";
    }

    private static Optional<String> address(String targets, String release) {
        return targets.lines()
                .map(line -> line.strip().split(" "))
                .filter(words -> words.length == 3 && words[1].equals(release) && words[2].equals("main"))
                .map(words -> words[0])
                .findFirst();
    }
}
