package understudy.emulated.windows.winrm;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A KDC that answers every question with one error, KRB-ERROR of RFC 4120, section 5.9.1; a real one is in KerberosTest. */
final class TestingKdc implements AutoCloseable {
    private static final String REALM = TestingRealm.NAME;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final byte[] error;

    TestingKdc(int code) throws IOException {
        error = error(code);
        Thread.ofVirtual().start(this::serve);
    }

    /** The file that leads Java's Kerberos here. */
    Path configuration(Path folder) throws IOException {
        return Files.writeString(folder.resolve("krb5.conf"), """
                [libdefaults]
                  default_realm = %1$s
                  udp_preference_limit = 1
                  dns_lookup_kdc = false
                [realms]
                  %1$s = {
                    kdc = 127.0.0.1:%2$d
                  }
                """.formatted(REALM, server.getLocalPort()));
    }

    static String principal() {
        return "operator@" + REALM;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var client = server.accept();
                    var in = new DataInputStream(client.getInputStream());
                    var out = new DataOutputStream(client.getOutputStream())) {
                in.skipNBytes(in.readInt());
                out.writeInt(error.length);
                out.write(error);
            } catch (IOException gone) {
                // Closed by the test, or a client that asked no more.
            }
        }
    }

    private static byte[] error(int code) {
        var time = Der.ascii(0x18, "20261121210000Z");
        var realm = Der.ascii(0x1B, REALM);
        var service = Der.sequence(
                Der.tagged(0xA0, number(2)),
                Der.tagged(0xA1, Der.sequence(Der.ascii(0x1B, "krbtgt"), Der.ascii(0x1B, REALM))));
        return Der.tagged(
                0x7E,
                Der.sequence(
                        Der.tagged(0xA0, number(5)),
                        Der.tagged(0xA1, number(30)),
                        Der.tagged(0xA4, time),
                        Der.tagged(0xA5, number(0)),
                        Der.tagged(0xA6, number(code)),
                        Der.tagged(0xA9, realm),
                        Der.tagged(0xAA, service)));
    }

    private static byte[] number(int value) {
        return Der.integer(BigInteger.valueOf(value));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
