package understudy.driver.pacemaker.packages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import understudy.core.model.RestartNeed;

/** What speaks for a restart on a node: the system's own word, services that map files which are gone, a newer kernel. */
public final class RestartEvidence {
    private RestartEvidence() {}

    /**
     * @param required what the system asks: empty, or {@code required} and the packages that ask
     * @param deleted a line for each process that maps a program file that is gone: name, unit, file
     * @param kernel {@code uname -rv}
     */
    public static RestartNeed judge(String required, String deleted, String kernel, PackageDatabase database) {
        if (required.startsWith("required")) {
            var packages = required.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .distinct()
                    .limit(5)
                    .toList();
            return new RestartNeed.Needed(
                    packages.isEmpty() ? "the system asks for it" : "asked for by " + String.join(", ", packages));
        }
        var newer = Kernels.newer(database, kernel);
        if (newer.isPresent()) {
            return new RestartNeed.Needed(newer.get());
        }
        var services = services(deleted);
        return services.isEmpty()
                ? new RestartNeed.NotNeeded()
                : new RestartNeed.Needed("files were replaced that are still in use by "
                        + String.join(", ", services.subList(0, Math.min(5, services.size())))
                        + (services.size() > 5 ? " and " + (services.size() - 5) + " more" : ""));
    }

    private static List<String> services(String deleted) {
        Set<String> services = new LinkedHashSet<>();
        deleted.lines()
                .map(line -> line.split("\t", 3))
                .filter(fields -> fields.length == 3 && !fields[2].isBlank())
                .forEach(fields -> services.add(fields[1].isBlank() ? fields[0] : fields[1]));
        return services.stream().sorted().toList();
    }
}
