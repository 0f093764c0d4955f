package understudy.driver.pacemaker.packages;

import java.util.Optional;

/** Finds a kernel that is installed and newer than the one that runs. */
final class Kernels {
    private static final String IMAGE = "linux-image-";

    private Kernels() {}

    /**
     * @param running {@code uname -rv}; where no package of that release is installed (a container, a kernel of one's own) there is
     *     nothing to compare with
     */
    static Optional<String> newer(PackageDatabase database, String running) {
        var release = running.strip().split("\\s+", 2)[0];
        var own = database.version(IMAGE + release);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        if (database.kind() == PackageDatabase.Kind.DPKG
                && running.contains(" Debian ")
                && !running.contains(own.get())) {
            return Optional.of(
                    "kernel " + release + " is installed as " + own.get() + " and an older build of it runs");
        }
        return database.packages().stream()
                .filter(one -> one.isInstalled()
                        && one.component().matches("linux-image-[0-9].*")
                        && isSameFlavour(one.component(), release))
                .map(one -> one.component().substring(IMAGE.length()))
                .filter(other -> database.compare(other, release) > 0)
                .max(database::compare)
                .map(newest -> "kernel " + newest + " is installed and " + release + " runs");
    }

    private static boolean isSameFlavour(String component, String release) {
        return flavour(component).equals(flavour(release));
    }

    private static String flavour(String name) {
        return name.replaceFirst("^.*?-?[0-9][0-9.]*(-[0-9.]+)?(\\+[a-z0-9]+)?-?", "");
    }
}
