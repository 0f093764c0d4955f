package understudy.driver.bigfix.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import understudy.core.model.Patch;
import understudy.driver.bigfix.BigFixSettings;
import understudy.emulated.bigfix.WindowsCluster;
import understudy.emulated.bigfix.WindowsCluster.Windows;
import understudy.emulated.world.Timing;
import understudy.emulated.world.World;
import understudy.emulated.world.WorldClock;

/**
 * One procedure on one cluster with one patch; each is a line of {@code scenarios/bigfix/trials.txt}.
 *
 * @param name of the file with what its undisturbed run does
 * @param kind {@code files} or {@code exchange}
 * @param site of the patch
 */
record TrialCase(String name, String kind, String windows, String procedure, String site, String fixlet) {
    static final Path FOLDER = Path.of("../../scenarios/bigfix");

    static List<TrialCase> all() throws IOException {
        return Files.readAllLines(FOLDER.resolve("trials.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" *\\| *"))
                .map(words -> new TrialCase(words[0], words[1], words[2], words[3], words[4], words[5]))
                .toList();
    }

    static TrialCase named(String name) throws IOException {
        return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    World world(WorldClock clock) {
        var version = windows.equals("2003") ? Windows.SERVER_2003 : Windows.SERVER_2008;
        return WindowsCluster.prepared(
                isExchange()
                        ? WindowsCluster.exchange(2, version, Timing.usual(), clock)
                        : WindowsCluster.files(2, version, Timing.usual(), clock));
    }

    boolean isExchange() {
        return kind.equals("exchange");
    }

    String platform() {
        return isExchange() ? BigFixSettings.EXCHANGE_2007 : BigFixSettings.WINDOWS_CLUSTER;
    }

    /** The group that clients hang on. */
    String group() {
        return isExchange() ? "EXCLUS1" : WindowsCluster.FILES;
    }

    Patch patch() {
        return new Patch("night", procedure, new Patch.Content.Named(site, fixlet), false, Patch.RestartRule.REQUIRED);
    }

    @Override
    public String toString() {
        return name;
    }
}
