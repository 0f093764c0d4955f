package understudy.driver.pacemaker.packages;

import java.util.List;
import java.util.stream.Collectors;

/** What a person runs on a node whose packages are not consistent: what completes an installation, or what takes a bad package back. */
public record Repair(String node) {
    /**
     * The remedy where only this much is known: something broke off. The second command is for what the first cannot complete: after
     * a loss of power in the middle of unpacking it fails, and apt then unpacks that package anew.
     */
    public String general() {
        return "On " + node + " run: dpkg --configure -a; apt-get -f install. Then go on with the run.";
    }

    /** A package whose own scripts have failed will fail again as a rule: the way back is named with its version. */
    String of(List<InstalledPackage> packages) {
        String older = packages.stream()
                .flatMap(one -> one.versionBefore().map(before -> one.component() + "=" + before).stream())
                .collect(Collectors.joining(" "));
        return older.isEmpty()
                ? general()
                : "On " + node
                        + " run: dpkg --configure -a; apt-get -f install. If that fails again the package is bad:"
                        + " apt-get install --allow-downgrades " + older
                        + " there takes it back, and a new run whose patch leaves it out patches the rest.";
    }
}
