package understudy.driver.bigfix.observe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.NodeId;

/**
 * One node as BigFix knows it.
 *
 * @param id its computer id
 * @param operatingSystem such as {@code Win2008 6.0.6001}
 * @param lastReport by the server's clock
 * @param isFresh it has reported since it was last asked, so that what it says is of now
 * @param values what our analysis has made it report
 */
public record Computer(
        NodeId node,
        int id,
        String operatingSystem,
        Instant lastReport,
        boolean isFresh,
        Map<String, List<String>> values) {
    private static final String PREFIX = "Understudy ";

    /** What the names of our analysis's properties begin with. */
    public static String prefix() {
        return PREFIX;
    }

    Computer telling(boolean fresh, Map<String, List<String>> told) {
        return new Computer(node, id, operatingSystem, lastReport, fresh, told);
    }

    /** The values of a property of ours; none where it has reported none. */
    public List<String> all(String property) {
        return values.getOrDefault(PREFIX + property, List.of());
    }

    /** The first value. */
    public Optional<String> first(String property) {
        return all(property).stream().findFirst();
    }

    /** Windows Server 2003, and not 2008 or later. */
    public boolean is2003() {
        return operatingSystem.contains(" 5.");
    }

    /** Changes with every boot; empty where it was not reported. */
    public Optional<String> boot() {
        return isFresh ? first("boot time") : Optional.empty();
    }

    /** Windows waits for a restart; empty where that is not known. */
    public Optional<Boolean> awaitsRestart() {
        return isFresh ? first("pending restart").map(text -> text.equalsIgnoreCase("True")) : Optional.empty();
    }

    /** Its Cluster service runs, so that it can tell of the cluster. */
    boolean tellsOfTheCluster() {
        return isFresh && !all("cluster nodes").isEmpty();
    }
}
