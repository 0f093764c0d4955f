package understudy.emulated.windows.winrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Kerberos realm on loopback: MIT's KDC as Debian has it, with a database of its own. */
final class TestingRealm implements AutoCloseable {
    static final String NAME = "EMULATED.TEST";

    private final Path folder;
    private final int port;
    private final Process kdc;

    /**
     * A new realm.
     *
     * @param clock words before the KDC's command line that change its clock, or none
     */
    TestingRealm(Path folder, String... clock) throws Exception {
        this.folder = folder;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("krb5.conf"), """
                [libdefaults]
                  default_realm = %1$s
                  udp_preference_limit = 1
                  dns_lookup_kdc = false
                  dns_lookup_realm = false
                  rdns = false
                  dns_canonicalize_hostname = false
                [realms]
                  %1$s = {
                    kdc = 127.0.0.1:%2$d
                  }
                [domain_realm]
                  localhost = %1$s
                """.formatted(NAME, port));
        Files.writeString(folder.resolve("kdc.conf"), """
                [kdcdefaults]
                  kdc_listen = 127.0.0.1:%2$d
                  kdc_tcp_listen = 127.0.0.1:%2$d
                [realms]
                  %1$s = {
                    database_name = %3$s/principal
                    key_stash_file = %3$s/stash
                    acl_file = %3$s/acl
                    max_life = 1h
                    default_principal_flags = +preauth
                  }
                """.formatted(NAME, port, folder));
        run("kdb5_util", "create", "-s", "-r", NAME, "-P", TestingHost.PASSWORD);
        var command = new ArrayList<>(List.of(clock));
        command.addAll(List.of(
                "/usr/sbin/krb5kdc",
                "-n",
                "-r",
                NAME,
                "-P",
                folder.resolve("pid").toString()));
        kdc = builder(command).start();
        try {
            await().until(this::answers);
        } catch (RuntimeException | AssertionError silent) {
            close();
            throw silent;
        }
    }

    /** Makes an account; options as those of kadmin's addprinc. */
    String account(String name, String password, String... options) throws Exception {
        admin("addprinc " + String.join(" ", options) + " -pw " + password + " " + name);
        return name + "@" + NAME;
    }

    void admin(String query) throws Exception {
        run("kadmin.local", "-r", NAME, "-q", query);
    }

    /** A service's keys. */
    KerberosService service(String name) throws Exception {
        admin("addprinc -randkey " + name);
        var keytab = folder.resolve("keytab");
        admin("ktadd -k " + keytab + " " + name);
        return new KerberosService(name + "@" + NAME, keytab);
    }

    Path configuration() {
        return folder.resolve("krb5.conf");
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            assertThat(kdc.isAlive()).isTrue();
            return false;
        }
    }

    private void run(String... command) throws Exception {
        var process = builder(List.of(command)).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(command[0]).isZero();
    }

    private ProcessBuilder builder(List<String> command) {
        var log = folder.resolve("log").toFile();
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("KRB5_CONFIG", configuration().toString());
        builder.environment().put("KRB5_KDC_PROFILE", folder.resolve("kdc.conf").toString());
        builder.environment().merge("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", (path, ours) -> path + ":" + ours);
        return builder;
    }

    @Override
    public void close() {
        // Where it runs under another clock, that is one process more.
        kdc.descendants().forEach(ProcessHandle::destroy);
        kdc.destroy();
        assertThat(kdc.onExit().orTimeout(20, TimeUnit.SECONDS).join().isAlive())
                .isFalse();
    }
}
