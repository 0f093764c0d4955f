package understudy.lab;

import java.util.List;

/**
 * How one service is broken: what to kill, and what to break so that it cannot start or will not stop.
 *
 * @param unit the systemd unit that the cluster starts, or empty where it uses an agent of its own
 * @param brokenFile a configuration file that the service would read, and refuse
 */
record ServiceFaults(String unit, List<String> kill, String brokenFile) {
    private static final String AGENT = "/usr/lib/ocf/resource.d/heartbeat/pgsql";
    private static final String AGENT_COPY = "/run/understudy-lab-pgsql";
    private static final String HANGING_AGENT = "/run/understudy-lab-pgsql-hangs";

    static ServiceFaults of(Service service) {
        return switch (service) {
            case MAIL ->
                new ServiceFaults(
                        "dovecot",
                        List.of("systemctl", "kill", "--signal=KILL", "--kill-whom=main", "dovecot"),
                        "/etc/dovecot/conf.d/zz-broken.conf");
            case NGINX ->
                new ServiceFaults(
                        "nginx",
                        List.of("systemctl", "kill", "--signal=KILL", "nginx"),
                        "/etc/nginx/conf.d/zz-broken.conf");
            case POSTGRESQL ->
                new ServiceFaults(
                        "",
                        List.of("pkill", "-9", "--oldest", "-x", "postgres"),
                        "/etc/postgresql/15/main/conf.d/zz-broken.conf");
        };
    }

    void kill(NodeShell shell) {
        shell.require(kill.toArray(String[]::new));
    }

    void breakStart(NodeShell shell) {
        shell.write(brokenFile, "broken = {\n");
    }

    void mendStart(NodeShell shell) {
        shell.require("rm", "-f", brokenFile);
    }

    /** What is done here lies under {@code /run} and in the kernel, so that fencing the node heals it too. */
    void breakStop(NodeShell shell) {
        if (unit.isEmpty()) {
            shell.require("cp", "-p", AGENT, AGENT_COPY);
            shell.write(
                    HANGING_AGENT, "#!/bin/sh\n[ \"$1\" != stop ] || exec sleep 600\nexec " + AGENT_COPY + " \"$@\"\n");
            shell.require("chmod", "755", HANGING_AGENT);
            shell.require("mount", "--bind", HANGING_AGENT, AGENT);
            return;
        }
        shell.write(dropIn(), "[Service]\nExecStop=\nExecStop=/bin/sleep 600\nTimeoutStopSec=300\nKillMode=none\n");
        shell.require("systemctl", "daemon-reload");
    }

    void mendStop(NodeShell shell) {
        if (unit.isEmpty()) {
            shell.run(List.of("umount", AGENT));
            return;
        }
        shell.require("rm", "-f", dropIn());
        shell.requireSoon("systemctl", "daemon-reload");
    }

    private String dropIn() {
        return "/run/systemd/system/" + unit + ".service.d/hangs.conf";
    }
}
