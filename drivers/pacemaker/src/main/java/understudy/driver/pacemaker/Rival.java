package understudy.driver.pacemaker;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Units of systemd that install packages, or change a node, by themselves. */
public final class Rival {
    /** Those of the distributions: apt's and dnf's own timers, and the desktop's service, which stops by itself when nobody asks it. */
    public static final List<String> USUAL = List.of(
            "apt-daily.timer",
            "apt-daily-upgrade.timer",
            "dnf-automatic.timer",
            "dnf-automatic-install.timer",
            "packagekit.service");

    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.(service|timer)");

    private Rival() {}

    /** Whether this names a unit that may be held off. */
    public static boolean isUnit(String name) {
        return UNIT.matcher(name).matches();
    }

    /** The usual ones and those that a site names, such as {@code puppet.service}. */
    public static List<String> with(List<String> named) {
        return Stream.concat(USUAL.stream(), named.stream()).distinct().toList();
    }
}
