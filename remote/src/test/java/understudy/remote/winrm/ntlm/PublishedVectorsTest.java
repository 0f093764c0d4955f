package understudy.remote.winrm.ntlm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Microsoft publishes as the right results, {@code ms-nlmp-4.2.4.properties}. */
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
        "abc, a448017aaf21d8525fc10ae87aa6729d",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890, e33b4ddc9c38f2199c3e7b164fcc0536"
    })
    void md4IsThatOfItsDocument(String text, String hash) {
        assertThat(HexFormat.of().formatHex(Md4.of(text.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(hash);
    }

    @Test
    void thePasswordsHashIsThePublishedOne() {
        assertThat(hash()).isEqualTo(bytes("ntowfv2"));
    }

    @Test
    void theProofTheResponseAndTheSessionBaseKeyAreThePublishedOnes() {
        var answer = NtlmV2.answer(
                hash(), bytes("server.challenge"), bytes("client.challenge"), bytes("time"), bytes("target.info"));
        assertThat(answer.proof()).isEqualTo(bytes("nt.proof.str"));
        assertThat(answer.response()).isEqualTo(Bytes.join(bytes("nt.proof.str"), bytes("temp")));
        assertThat(answer.sessionBaseKey()).isEqualTo(bytes("session.base.key"));
    }

    @Test
    void theOlderResponseIsThePublishedOne() {
        assertThat(NtlmV2.lanManager(hash(), bytes("server.challenge"), bytes("client.challenge")))
                .isEqualTo(bytes("lmv2"));
    }

    @Test
    void theSessionKeyTravelsAsPublished() {
        assertThat(Hashes.rc4(bytes("session.base.key")).update(bytes("random.session.key")))
                .isEqualTo(bytes("encrypted.session.key"));
    }

    @Test
    void aMessageIsSealedAndSignedAsPublished() {
        var sealed =
                NtlmSession.ofClient(bytes("random.session.key")).seal("Plaintext".getBytes(StandardCharsets.UTF_16LE));
        assertThat(Arrays.copyOf(sealed, 16)).isEqualTo(bytes("signature"));
        assertThat(Arrays.copyOfRange(sealed, 16, sealed.length)).isEqualTo(bytes("sealed"));
    }

    private static byte[] hash() {
        return NtlmV2.passwordHash(
                new NtlmAccount(VECTORS.getProperty("domain"), VECTORS.getProperty("user")),
                VECTORS.getProperty("password"));
    }

    private static byte[] bytes(String name) {
        return HexFormat.of().parseHex(VECTORS.getProperty(name));
    }
}
