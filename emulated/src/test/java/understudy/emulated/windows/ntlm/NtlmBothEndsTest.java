package understudy.emulated.windows.ntlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.remote.winrm.ntlm.NtlmAccount;
import understudy.remote.winrm.ntlm.NtlmException;
import understudy.remote.winrm.ntlm.NtlmLogin;

/** Our client's NTLM and the node's, which were written apart, face to face. */
class NtlmBothEndsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-11-21T21:00:00Z");
    private static final byte[] BINDINGS = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");
    private static final byte[] OTHERS = new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    private final NtlmAcceptor node = new NtlmAcceptor("n1", NOW);

    @ParameterizedTest
    @ValueSource(strings = {"PATCH\\operator", "operator", "operator@patch.test", "PATCH\\Stra\u00dfe"})
    void theyAgreeOnAnAccountHoweverItIsWritten(String account) throws NtlmException {
        var answered = answered(account, BINDINGS);
        assertThat(accepted(answered, account))
                .hasValueSatisfying(in -> assertThat(in.account()).isEqualTo(account));
    }

    @Test
    void messagesInBothDirectionsAreReadInTheirOrder() throws NtlmException {
        var answered = answered("operator", new byte[16]);
        var conversation = accepted(answered, "operator").orElseThrow().conversation();
        for (int i = 0; i < 5; i++) {
            var there = bytes("question " + i);
            var back = bytes("answer " + "long ".repeat(i));
            assertThat(conversation.open(answered.session().seal(there))).hasValue(there);
            assertThat(answered.session().unseal(conversation.close(back))).isEqualTo(back);
        }
    }

    @Test
    void aMessageThatWasChangedOrComesTwiceIsBelievedByNeither() throws NtlmException {
        var answered = answered("operator", BINDINGS);
        var conversation = accepted(answered, "operator").orElseThrow().conversation();
        var question = answered.session().seal(bytes("question"));
        assertThat(conversation.open(question)).isPresent();
        assertThat(conversation.open(question)).isEmpty();
        var answer = conversation.close(bytes("answer"));
        answer[answer.length - 1] ^= 1;
        assertThatThrownBy(() -> answered.session().unseal(answer)).hasMessage("its signature is not the node's");
        assertThatThrownBy(() -> answered.session().unseal(new byte[3])).hasMessage("it is shorter than a signature");
    }

    @Test
    void aLoginForAnotherTlsConnectionIsRefused() throws NtlmException {
        assertThat(accepted(answered("operator", OTHERS), "operator")).isEmpty();
    }

    @Test
    void aChangedLastMessageIsRefusedByItsIntegrityCode() throws NtlmException {
        var message = answered("operator", BINDINGS).message();
        message[60] ^= 4;
        assertThat(node.accept(message, name -> Optional.of("secret"), BINDINGS))
                .isEmpty();
    }

    @Test
    void aChallengeThatAgreesToLessIsNotAnswered() {
        var login = new NtlmLogin(NtlmAccount.of("operator"), "HTTP/n1", BINDINGS);
        var challenge = node.challenge(login.negotiate()).orElseThrow();
        challenge[20] &= ~0x20;
        assertThatThrownBy(() -> login.answer(challenge, "secret", RANDOM, NOW))
                .hasMessageStartingWith("it does not agree to 128-bit sealing with NTLMv2 session security (flags 0x");
        assertThatThrownBy(() -> login.answer(new byte[60], "secret", RANDOM, NOW))
                .hasMessage("it is no challenge of NTLM");
    }

    private NtlmLogin.Answered answered(String account, byte[] bindings) throws NtlmException {
        var login = new NtlmLogin(NtlmAccount.of(account), "HTTP/n1", bindings);
        return login.answer(node.challenge(login.negotiate()).orElseThrow(), "secret", RANDOM, NOW);
    }

    private Optional<NtlmAcceptor.Accepted> accepted(NtlmLogin.Answered answered, String account) {
        return node.accept(
                answered.message(), name -> Optional.of("secret").filter(known -> name.equals(account)), BINDINGS);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
