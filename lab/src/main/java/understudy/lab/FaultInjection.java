package understudy.lab;

import java.time.Duration;
import java.util.List;

/** How each fault is made and taken back. */
final class FaultInjection {
    private static final String AGENT = "/usr/sbin/fence_understudy";
    private static final String FILLER = "/filler";
    private static final String LOCKER = "understudy-lab-lock";

    /** Holds the lock as dpkg itself does, which flock(1) would not. */
    private static final String HOLD_LOCK =
            "import fcntl, signal; f = open('/var/lib/dpkg/lock-frontend', 'w'); fcntl.lockf(f, fcntl.LOCK_EX); signal.pause()";

    /** A package with an older and a newer version that can be installed without any other. */
    private static final String PACKAGE = "rsyslog";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Lab lab;
    private final Fault fault;
    private final ServiceFaults service;

    FaultInjection(Lab lab, Fault fault) {
        this.lab = lab;
        this.fault = fault;
        this.service = ServiceFaults.of(lab.spec().shape().service());
    }

    void apply(LabNode node) {
        var name = node.name();
        switch (fault) {
            case POWER_LOSS -> lab.power(name, Power.OFF);
            case POWER_CYCLE -> lab.power(name, Power.CYCLE);
            case NETWORK_CUT -> lab.network(name, Cable.CUT);
            case FENCING_FAILS ->
                running().forEach(each -> lab.shell(each.name()).require("mv", AGENT, AGENT + ".gone"));
            case PROCESS_DIES -> service.kill(lab.shell(name));
            case CONFIGURATION_BROKEN -> service.breakConfiguration(lab.shell(name));
            case START_FAILS -> service.breakStart(lab.shell(name));
            case STOP_HANGS -> service.breakStop(lab.shell(name));
            case DISK_FULL -> fill(name, 0);
            case DISK_NEARLY_FULL -> fill(name, 4 << 20);
            case DPKG_LOCKED -> lab.shell(name).require("systemd-run", "--unit=" + LOCKER, "python3", "-c", HOLD_LOCK);
            case PACKAGE_UNPACKED -> unpack(name);
            case PACKAGE_HALF_CONFIGURED -> halfConfigure(name);
            case BAD_PACKAGE -> lab.publish(PACKAGE, Variant.BAD);
            case QUORUM_LOST -> others(node).forEach(other -> lab.power(other.name(), Power.OFF));
            case PACEMAKER_STOPPED -> lab.shell(name).require("systemctl", "stop", "pacemaker");
            case COROSYNC_DIES -> lab.shell(name).require("pkill", "-9", "-x", "corosync");
            case MAINTENANCE -> lab.shell(name).require("crm_attribute", "-n", "maintenance-mode", "-v", "true");
            case NODE_MAINTENANCE ->
                lab.shell(name).require("crm_attribute", "-N", name, "-n", "maintenance", "-v", "true");
            case GROUP_MOVED -> lab.shell(name).require("crm_resource", "--move", "-r", firstGroup(), "-N", name);
        }
    }

    void heal(LabNode node) {
        var name = node.name();
        if (!isPowerFault()) {
            // A node that was fenced because of the fault may still be booting.
            Await.until(PATIENCE, () -> lab.shell(name).isThere());
        }
        switch (fault) {
            case POWER_LOSS, POWER_CYCLE -> lab.power(name, Power.ON);
            case NETWORK_CUT -> lab.network(name, Cable.HEAL);
            case FENCING_FAILS -> running().forEach(each -> healAgent(lab.shell(each.name())));
            case PROCESS_DIES -> cleanUp(name);
            case CONFIGURATION_BROKEN -> {
                service.mendConfiguration(lab.shell(name));
                cleanUp(name);
            }
            case START_FAILS, STOP_HANGS -> {
                service.mend(lab.shell(name));
                cleanUp(name);
            }
            case DISK_FULL, DISK_NEARLY_FULL -> lab.shell(name).require("rm", "-f", FILLER);
            case DPKG_LOCKED -> lab.shell(name).run(List.of("systemctl", "stop", LOCKER));
            case PACKAGE_UNPACKED -> lab.shell(name).require("dpkg", "--configure", "-a");
            case PACKAGE_HALF_CONFIGURED -> {
                lab.withdraw(PACKAGE);
                var shell = lab.shell(name);
                var version = publication().newestVersion(PACKAGE);
                shell.require("apt-get", "update");
                shell.require("apt-get", "-y", "--allow-downgrades", "install", PACKAGE + "=" + version);
            }
            case BAD_PACKAGE -> lab.withdraw(PACKAGE);
            case QUORUM_LOST -> others(node).forEach(other -> lab.power(other.name(), Power.ON));
            case PACEMAKER_STOPPED -> lab.shell(name).require("systemctl", "start", "pacemaker");
            case COROSYNC_DIES -> lab.shell(name).require("systemctl", "start", "corosync", "pacemaker");
            case MAINTENANCE -> lab.shell(name).require("crm_attribute", "-D", "-n", "maintenance-mode");
            case NODE_MAINTENANCE -> lab.shell(name).require("crm_attribute", "-D", "-N", name, "-n", "maintenance");
            case GROUP_MOVED -> lab.shell(name).require("crm_resource", "--clear", "-r", firstGroup());
        }
    }

    private boolean isPowerFault() {
        return fault == Fault.POWER_LOSS || fault == Fault.POWER_CYCLE || fault == Fault.QUORUM_LOST;
    }

    private void fill(String name, long left) {
        var shell = lab.shell(name);
        var lines = shell.require("df", "--output=avail", "-B1", "/").lines().toList();
        var size = Long.parseLong(lines.getLast().strip()) - left;
        shell.run(List.of("fallocate", "-l", Long.toString(Math.max(size, 1)), FILLER));
    }

    private void unpack(String name) {
        var shell = lab.shell(name);
        var newest = publication().newestFile(PACKAGE);
        shell.require("dpkg", "--unpack", "/srv/repository/" + newest);
    }

    private void halfConfigure(String name) {
        lab.publish(PACKAGE, Variant.BAD);
        var shell = lab.shell(name);
        shell.require("apt-get", "update");
        var install = shell.run(List.of("apt-get", "-y", "install", PACKAGE));
        if (install.succeeded()) {
            throw new LabException(
                    "The bad version of " + PACKAGE + " was installed on " + name + " without an error.");
        }
    }

    /** Lets the cluster forget the group's failures; a node that was fenced over them needs a moment until it can be asked. */
    private void cleanUp(String name) {
        lab.shell(name).requireSoon("crm_resource", "--cleanup", "-r", firstGroup());
    }

    private static void healAgent(NodeShell shell) {
        if (shell.run(List.of("test", "-e", AGENT + ".gone")).succeeded()) {
            shell.require("mv", AGENT + ".gone", AGENT);
        }
    }

    private Publication publication() {
        return new Publication(new Repository(lab.repository()));
    }

    private String firstGroup() {
        return lab.spec().groups().getFirst().name();
    }

    private List<LabNode> running() {
        return lab.spec().nodes().stream()
                .filter(node -> lab.shell(node.name()).isThere())
                .toList();
    }

    private List<LabNode> others(LabNode node) {
        return lab.spec().nodes().stream().filter(other -> !other.equals(node)).toList();
    }
}
