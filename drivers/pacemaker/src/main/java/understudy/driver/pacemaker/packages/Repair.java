package understudy.driver.pacemaker.packages;

import java.util.List;
import java.util.stream.Collectors;

/** What a person runs on a node whose packages are not consistent: what completes an installation, or what takes a bad package back. */
public record Repair(String node) {
    /**
     * The remedy where only this much is known: something broke off. The second command is for what the first cannot complete, such as
     * a package whose prerequisites were not unpacked yet.
     */
    public String general() {
        return general("");
    }

    private String general(String between) {
        return "On " + node + " run: dpkg --configure -a; " + between + "apt-get -f install. Then go on with the run.";
    }

    /**
     * Of a package whose unpacking was broken off, as by a loss of power, neither dpkg nor {@code apt-get -f install} makes a good one
     * (dpkg 1.21, apt 2.6: the latter asks dpkg to configure it, which refuses); it has to be named to be unpacked anew.
     */
    private static String again(List<InstalledPackage> packages) {
        String names = packages.stream()
                .filter(InstalledPackage::mustBeInstalledAgain)
                .map(InstalledPackage::component)
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? "" : "apt-get install --reinstall " + names + "; ";
    }

    /** A package whose own scripts have failed will fail again as a rule: the way back is named with its version. */
    String of(List<InstalledPackage> packages) {
        String older = packages.stream()
                .flatMap(one -> one.versionBefore().map(before -> one.component() + "=" + before).stream())
                .collect(Collectors.joining(" "));
        String between = again(packages);
        return older.isEmpty() || !between.isEmpty()
                ? general(between)
                : "On " + node
                        + " run: dpkg --configure -a; apt-get -f install. If that fails again the package is bad:"
                        + " apt-get install --allow-downgrades " + older
                        + " there takes it back, and a new run whose patch leaves it out patches the rest.";
    }
}
