package understudy.emulated.windows.ntlm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The node's half against what Microsoft publishes as the right results, {@code ms-nlmp-4.2.4.properties}. */
class PublishedVectorsTest {
    private static final Properties VECTORS = new Properties();

    @BeforeAll
    static void read() throws IOException {
        try (var file = PublishedVectorsTest.class.getResourceAsStream("ms-nlmp-4.2.4.properties")) {
            VECTORS.load(file);
        }
    }

    /** RFC 1320, appendix A.5. */
    @ParameterizedTest
    @CsvSource({
        "'', 31d6cfe0d16ae931b73c59d7e0c089c0",
        "a, bde52cb31de33e46245e05fbdbd6fb24",
        "abc, a448017aaf21d8525fc10ae87aa6729d",
        "message digest, d9130a8164549fe818874806e1c7014b",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890, e33b4ddc9c38f2199c3e7b164fcc0536"
    })
    void md4IsThatOfItsDocument(String text, String hash) {
        assertThat(HexFormat.of().formatHex(Md4.hash(text.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(hash);
    }

    @Test
    void thePasswordsHashIsThePublishedOne() {
        assertThat(NtlmAcceptor.ownFunction(
                        VECTORS.getProperty("password"), VECTORS.getProperty("user"), VECTORS.getProperty("domain")))
                .isEqualTo(bytes("ntowfv2"));
    }

    @Test
    void theProofAndTheSessionBaseKeyAreThePublishedOnes() {
        var proof = Digests.hmac(bytes("ntowfv2"), bytes("server.challenge"), bytes("temp"));
        assertThat(proof).isEqualTo(bytes("nt.proof.str"));
        assertThat(Digests.hmac(bytes("ntowfv2"), proof)).isEqualTo(bytes("session.base.key"));
    }

    @Test
    void theSessionKeyIsReadAsPublished() {
        assertThat(new Rc4(bytes("session.base.key")).apply(bytes("encrypted.session.key")))
                .isEqualTo(bytes("random.session.key"));
    }

    @Test
    void aSealedMessageIsReadAsPublishedAndAForgedOneIsNot() {
        var sealed = Digests.concat(bytes("signature"), bytes("sealed"));
        var key = bytes("random.session.key");
        assertThat(new SealedConversation(key).open(sealed))
                .hasValueSatisfying(plain ->
                        assertThat(new String(plain, StandardCharsets.UTF_16LE)).isEqualTo("Plaintext"));
        sealed[20] ^= 1;
        assertThat(new SealedConversation(key).open(sealed)).isEmpty();
    }

    private static byte[] bytes(String name) {
        return HexFormat.of().parseHex(VECTORS.getProperty(name));
    }
}
