package understudy.driver.pacemaker.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.PatchState;
import understudy.core.model.Version;

/**
 * A node's packages at one moment, judged against frozen targets.
 *
 * @param kind whose rules order the versions
 * @param holder the program that works on the packages right now, such as {@code apt-get (1234)}
 * @param interrupted dpkg has left a journal behind, so it was broken off
 */
public record PackageDatabase(
        Kind kind, List<InstalledPackage> packages, Optional<String> holder, boolean interrupted) {
    /** The package managers that are known. */
    public enum Kind {
        DPKG,
        RPM
    }

    public PackageDatabase {
        packages = List.copyOf(packages);
    }

    /** How the node stands to the targets; newer versions count as reached. */
    public PatchState against(String node, List<Version> targets) {
        return against(node, targets, false);
    }

    /**
     * How the node stands to the targets. While a program works on the packages nothing is said of them.
     *
     * @param exactly newer versions than the targets' do not count as reached
     */
    public PatchState against(String node, List<Version> targets, boolean exactly) {
        if (holder.isPresent()) {
            return new PatchState.Unknown("On " + node + " " + holder.get() + " is working on the packages right now.");
        }
        var trouble = trouble();
        if (!trouble.isEmpty()) {
            return new PatchState.Broken(
                    "On " + node + " the packages are not consistent: " + listed(trouble) + ".",
                    new Repair(node).of(packages));
        }
        var changes = exactly ? unlike(targets) : behind(targets);
        return changes.isEmpty() ? new PatchState.Patched() : new PatchState.Behind(changes);
    }

    /** The targets that are not reached. A newer version than the target's counts as reached. */
    public List<Change> behind(List<Version> targets) {
        List<Change> changes = new ArrayList<>();
        for (Version target : targets) {
            var installed = version(target.component());
            if (installed.isEmpty() || compare(installed.get(), target.version()) < 0) {
                changes.add(new Change(target.component(), installed.orElse(""), target.version(), 0));
            }
        }
        return changes;
    }

    /** The targets that the node does not have as they are; an empty version is one that must not be installed. */
    private List<Change> unlike(List<Version> targets) {
        return targets.stream()
                .filter(target -> !version(target.component()).orElse("").equals(target.version()))
                .map(target -> new Change(
                        target.component(), version(target.component()).orElse(""), target.version(), 0))
                .toList();
    }

    /** What an installation that broke off has left, one phrase each, the worst first; empty where the packages are consistent. */
    public List<String> trouble() {
        List<String> trouble = new ArrayList<>();
        packages.stream()
                .sorted(Comparator.comparing(one -> !one.mustBeInstalledAgain()))
                .forEach(one -> one.trouble().ifPresent(trouble::add));
        if (trouble.isEmpty() && interrupted) {
            trouble.add("dpkg was broken off");
        }
        return trouble;
    }

    /** The installed version of the component; of several (kernels of one name on rpm) the newest. */
    public Optional<String> version(String component) {
        return packages.stream()
                .filter(one -> one.component().equals(component) && one.isInstalled())
                .map(InstalledPackage::version)
                .max(this::compare);
    }

    /** Orders two versions by the package manager's own rules. */
    public int compare(String left, String right) {
        return switch (kind) {
            case DPKG -> DebianVersion.compare(left, right);
            case RPM -> RpmVersion.compare(left, right);
        };
    }

    private static String listed(List<String> trouble) {
        var shown = String.join(", ", trouble.subList(0, Math.min(5, trouble.size())));
        return trouble.size() > 5 ? shown + " and " + (trouble.size() - 5) + " more" : shown;
    }
}
