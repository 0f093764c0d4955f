package understudy.driver.pacemaker;

import java.util.List;

/**
 * Every command that this driver sends to a node, as argument lists: what a sudo rule has to allow. Beside these there are the scripts
 * under {@code node/}, sent to {@code sh -s} on standard input, the long jobs, and what a site's own inventory and
 * procedures name.
 */
public final class Tools {
    private Tools() {}

    /** Writes a piece of configuration in one step, creating what is not there. */
    public static List<String> cibModify(String xml) {
        return List.of("cibadmin", "--modify", "--allow-create", "--xml-text", xml);
    }

    /** Creates an element below a section; fails where one with its id is there (exit code 108), so that of two only one succeeds. */
    public static List<String> cibCreate(String section, String xml) {
        return List.of("cibadmin", "--create", "--scope", section, "--xml-text", xml);
    }

    /** Replaces the element that the path finds; fails where it finds none (exit code 105): compare and set in one. */
    public static List<String> cibReplace(String path, String xml) {
        return List.of("cibadmin", "--replace", "--xpath", path, "--xml-text", xml);
    }

    /** Deletes the element that the path finds; succeeds, with exit code 0, where it finds none too. */
    public static List<String> cibDelete(String path) {
        return List.of("cibadmin", "--delete", "--xpath", path);
    }

    public static List<String> stopCluster() {
        return List.of("systemctl", "stop", "pacemaker.service", "corosync.service");
    }

    public static List<String> startCluster() {
        return List.of("systemctl", "start", "corosync.service", "pacemaker.service");
    }

    public static List<String> holdCluster() {
        return List.of("systemctl", "disable", "--quiet", "pacemaker.service", "corosync.service");
    }

    public static List<String> unholdCluster(List<String> units) {
        var all = new java.util.ArrayList<>(List.of("systemctl", "enable", "--quiet"));
        all.addAll(units);
        return List.copyOf(all);
    }

    /** Prints one line for each unit and exits with other than 0 where not all are enabled. */
    public static List<String> clusterStartsAtBoot() {
        return List.of("systemctl", "is-enabled", "corosync.service", "pacemaker.service");
    }

    /** Stops a unit and keeps it from starting at boot. */
    public static List<String> disableNow(String unit) {
        return List.of("systemctl", "disable", "--now", "--quiet", unit);
    }

    public static List<String> stopUnit(String unit) {
        return List.of("systemctl", "stop", unit);
    }

    public static List<String> enableUnit(String unit) {
        return List.of("systemctl", "enable", "--quiet", unit);
    }

    public static List<String> startUnit(String unit) {
        return List.of("systemctl", "start", unit);
    }

    public static List<String> bootId() {
        return List.of("cat", "/proc/sys/kernel/random/boot_id");
    }

    /** Ends when the system's start is complete. */
    public static List<String> bootCompleted() {
        return List.of("systemctl", "is-system-running", "--wait");
    }

    /** Failures of resources on the node are forgotten, so that it may host them again. */
    public static List<String> forgetFailures(String node) {
        return List.of("crm_resource", "--cleanup", "--node", node);
    }

    public static List<String> removeFolder(String path) {
        return List.of("rm", "-rf", "--", path);
    }

    /** What lies in the first folder lies in the second afterwards; does nothing where there is no first one any more. */
    public static List<String> mergeFolder(String from, String to) {
        String script = "[ ! -d \"$1\" ] || { mkdir -p -m 700 \"$2\" && cp -a \"$1\"/. \"$2\"/ && rm -rf \"$1\"; }";
        return List.of("sh", "-c", script, "understudy", from, to);
    }

    /** What is left where packages are unpacked and their database lies; changes nothing. */
    public static List<String> freeSpace() {
        return List.of("df", "-P", "-k", "/usr", "/var/lib/dpkg");
    }

    public static List<String> readFile(String path) {
        return List.of("cat", "--", path);
    }

    public static List<String> removeFile(String path) {
        return List.of("rm", "-f", "--", path);
    }
}
