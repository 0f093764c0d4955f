package understudy.driver.pacemaker.packages;

import java.util.List;
import java.util.Optional;
import understudy.core.model.Version;

/**
 * One package as a node's package database has it.
 *
 * @param component its name; with {@code :architecture} where that is not the node's own
 * @param status dpkg's three letters: wanted, state, error; {@code ii } is a good one
 * @param configured the version that was configured last, where dpkg tells it: of a package that broke off, the one before
 */
public record InstalledPackage(String component, String status, String version, String configured) {
    /** Reads the lines that {@code dpkg-query} prints for us; what is not of their form is left out. */
    public static List<InstalledPackage> fromDpkg(String lines, String architecture) {
        return lines.lines()
                .map(line -> line.split("\t", 6))
                .filter(fields -> fields.length == 4 || fields.length == 5)
                .map(fields -> new InstalledPackage(
                        component(fields[0], fields[1], architecture),
                        fields[2],
                        fields[3],
                        fields.length == 5 ? fields[4] : ""))
                .toList();
    }

    /** Reads the lines that {@code rpm} prints for us. */
    public static List<InstalledPackage> fromRpm(String lines) {
        return lines.lines()
                .map(line -> line.split("\t", 4))
                .filter(fields -> fields.length == 3)
                .map(fields -> new InstalledPackage(fields[0] + "." + fields[1], "ii ", fields[2], ""))
                .toList();
    }

    /** Its files are there and it is configured. Packages of which only configuration is left do not count as installed. */
    public boolean isInstalled() {
        return state() == 'i' || state() == 'W' || state() == 't';
    }

    /** Somebody told the package manager to leave it as it is. */
    public boolean isHeld() {
        return status.startsWith("h");
    }

    /** What is wrong with it: an installation broke off half way. {@code dpkg --audit} exits with 0 all the same. */
    public Optional<String> trouble() {
        if (mustBeInstalledAgain()) {
            return Optional.of(component + " must be installed again");
        }
        return switch (state()) {
            case 'H' -> Optional.of(component + " is half installed");
            case 'U' -> Optional.of(component + " is unpacked, not configured");
            case 'F' -> Optional.of(component + " is half configured");
            case 'W', 't' -> Optional.of(component + " awaits triggers");
            default -> Optional.empty();
        };
    }

    /** dpkg configures it no more, whatever else is asked of it: its unpacking was broken off. */
    boolean mustBeInstalledAgain() {
        return status.length() > 2 && status.charAt(2) == 'R';
    }

    /** The version to go back to where this package itself is bad: its own scripts failed, and an older one had worked. */
    Optional<String> versionBefore() {
        return state() == 'F' && !configured.isEmpty() && !configured.equals(version)
                ? Optional.of(configured)
                : Optional.empty();
    }

    public Version asVersion() {
        return new Version(component, version);
    }

    private char state() {
        return status.length() > 1 ? status.charAt(1) : '?';
    }

    private static String component(String name, String architecture, String own) {
        return architecture.equals(own) || architecture.equals("all") ? name : name + ":" + architecture;
    }
}
