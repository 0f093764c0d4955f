package understudy.emulated.windows.winrm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A node's key and the certificate that it signed for itself, as Windows makes one for a listener: for its name and for loopback. */
public final class NodeCertificate {
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration LIFE = Duration.ofDays(30);

    private final KeyPair keys;
    private final X509Certificate certificate;

    private NodeCertificate(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** A new one, valid from a day before {@code now}. */
    public static NodeCertificate of(String node, Instant now) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var keys = generator.generateKeyPair();
        var name = Der.sequence(Der.tagged(0x31, Der.sequence(Der.oid(2, 5, 4, 3), Der.ascii(0x0C, node))));
        var names = Der.sequence(
                Der.ascii(0x82, node), Der.ascii(0x82, "localhost"), Der.tagged(0x87, new byte[] {127, 0, 0, 1}));
        var extension = Der.sequence(Der.oid(2, 5, 29, 17), Der.tagged(4, names));
        var body = Der.sequence(
                Der.tagged(0xA0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(64, new SecureRandom()).setBit(62)),
                ECDSA_WITH_SHA256,
                name,
                Der.sequence(time(now.minus(Duration.ofDays(1))), time(now.plus(LIFE))),
                name,
                keys.getPublic().getEncoded(),
                Der.tagged(0xA3, Der.sequence(extension)));
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(keys.getPrivate());
        signer.update(body);
        var whole = Der.sequence(body, ECDSA_WITH_SHA256, Der.bits(signer.sign()));
        var factory = CertificateFactory.getInstance("X.509");
        return new NodeCertificate(
                keys, (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(whole)));
    }

    /** What a client sees. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The same as text, for programs that read trust from a file. */
    public String pem() throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** For a server that shows this certificate. */
    public SSLContext context() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("node", keys.getPrivate(), new char[0], new Certificate[] {certificate});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static byte[] time(Instant instant) {
        return Der.ascii(0x18, TIME.format(instant));
    }
}
