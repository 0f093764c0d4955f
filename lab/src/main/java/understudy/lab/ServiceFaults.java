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
    private static final String BROKEN_AGENT = "/run/understudy-lab-pgsql-broken";

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

    /** What a look at the configuration shows beforehand. */
    void breakConfiguration(NodeShell shell) {
        shell.write(brokenFile, "broken = {\n");
    }

    void mendConfiguration(NodeShell shell) {
        shell.require("rm", "-f", brokenFile);
    }

    /** What only the start itself shows. */
    void breakStart(NodeShell shell) {
        breakIn(shell, "start", "exit 1", "ExecStartPre=/bin/false\n");
    }

    /** What is done here lies under {@code /run} and in the kernel, so that fencing the node heals it too. */
    void breakStop(NodeShell shell) {
        breakIn(
                shell,
                "stop",
                "exec sleep 600",
                "ExecStop=\nExecStop=/bin/sleep 600\nTimeoutStopSec=300\nKillMode=none\n");
    }

    void mend(NodeShell shell) {
        if (unit.isEmpty()) {
            shell.run(List.of("umount", AGENT));
            return;
        }
        shell.require("rm", "-f", dropIn());
        shell.requireSoon("systemctl", "daemon-reload");
    }

    private void breakIn(NodeShell shell, String action, String instead, String settings) {
        if (unit.isEmpty()) {
            shell.require("cp", "-p", AGENT, AGENT_COPY);
            shell.write(
                    BROKEN_AGENT,
                    "#!/bin/sh\n[ \"$1\" != " + action + " ] || " + instead + "\nexec " + AGENT_COPY + " \"$@\"\n");
            shell.require("chmod", "755", BROKEN_AGENT);
            shell.require("mount", "--bind", BROKEN_AGENT, AGENT);
            return;
        }
        shell.write(dropIn(), "[Service]\n" + settings);
        shell.require("systemctl", "daemon-reload");
    }

    private String dropIn() {
        return "/run/systemd/system/" + unit + ".service.d/broken.conf";
    }
}
