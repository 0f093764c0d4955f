package understudy.emulated.windows.winrm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.remote.Answer.Finished;
import understudy.remote.Answer.Unanswered;
import understudy.remote.Command;

/** Kerberos over HTTPS, with a real KDC between the client and the node. */
@Tag("windows")
@Timeout(120)
class KerberosTest {
    private static final Command COMMAND = Command.of("exit", "7");
    private static final String PASSWORD = HexFormat.of().toHexDigits(new java.security.SecureRandom().nextLong());

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("java.security.krb5.conf");
    }

    @Test
    void anAccountOfTheRealmLogsInAndRunsCommands() throws Exception {
        try (var realm = realm();
                var node = node(realm, "operator")) {
            var login = TestingNode.kerberos(realm.account("operator", PASSWORD), PASSWORD);
            assertThat(node.shell(login).run(COMMAND)).isEqualTo(new Finished(7, "", "", false));
            assertThat(node.listener.conversation().messages())
                    .allMatch(message -> message.account().equals("operator@" + TestingRealm.NAME));
        }
    }

    @Test
    void whatTheKdcRefusesIsASentence() throws Exception {
        try (var realm = realm();
                var node = node(realm, "operator", "expired", "old", "locked")) {
            realm.account("operator", PASSWORD);
            realm.account("expired", PASSWORD, "-expire", "\"2020-01-01 00:00:00 UTC\"");
            realm.account("old", PASSWORD, "-pwexpire", "\"2020-01-01 00:00:00 UTC\"");
            realm.account("locked", PASSWORD, "-allow_tix");
            assertThat(reason(node, "operator", "wrong")).startsWith("The password of operator@EMULATED.TEST is wrong");
            assertThat(reason(node, "expired", PASSWORD)).startsWith("The account expired@EMULATED.TEST has expired");
            assertThat(reason(node, "old", PASSWORD)).startsWith("The password of old@EMULATED.TEST has expired");
            assertThat(reason(node, "locked", PASSWORD)).startsWith("The account locked@EMULATED.TEST is disabled");
            assertThat(reason(node, "nobody", PASSWORD)).startsWith("Kerberos knows no account nobody@EMULATED.TEST");
            realm.admin("delprinc -force HTTP/localhost");
            assertThat(reason(node, "operator", PASSWORD)).startsWith("Kerberos knows no service HTTP/localhost");
        }
    }

    @Test
    void aKdcWhoseClockIsAnHourAheadIsASentence() throws Exception {
        try (var realm = realm("faketime", "-f", "+1h");
                var node = node(realm, "operator")) {
            realm.account("operator", PASSWORD);
            assertThat(reason(node, "operator", PASSWORD))
                    .startsWith("The clocks of this machine, the KDC and https://localhost:")
                    .endsWith("set the clock here (chronyc tracking, timedatectl) or there (w32tm /query /status).");
        }
    }

    private TestingRealm realm(String... clock) throws Exception {
        var realm = new TestingRealm(folder, clock);
        System.setProperty("java.security.krb5.conf", realm.configuration().toString());
        return realm;
    }

    private static TestingNode node(TestingRealm realm, String... names) throws Exception {
        var accounts = java.util.Arrays.stream(names)
                .map(name -> name + "@" + TestingRealm.NAME)
                .toArray(String[]::new);
        var options = WinRmOptions.https(TestingNode.certificate()).joined(realm.service("HTTP/localhost"));
        return new TestingNode(new TestingHost(accounts), options);
    }

    private static String reason(TestingNode node, String name, String password) throws Exception {
        var login = TestingNode.kerberos(name + "@" + TestingRealm.NAME, password);
        return ((Unanswered) node.shell(login).run(COMMAND)).reason();
    }
}
