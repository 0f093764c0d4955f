package understudy.remote.winrm;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import understudy.remote.Cause;
import understudy.remote.winrm.ntlm.ChannelBindings;
import understudy.remote.winrm.ntlm.NtlmAccount;
import understudy.remote.winrm.ntlm.NtlmException;
import understudy.remote.winrm.ntlm.NtlmLogin;
import understudy.remote.winrm.ntlm.NtlmSession;

/** Logs a connection in by NTLM version 2, bound to its TLS where there is some. */
final class NtlmHandshake implements Handshake {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WinRmEndpoint endpoint;
    private final String password;
    private final NtlmLogin login;
    private @Nullable NtlmSession session;

    NtlmHandshake(WinRmEndpoint endpoint, WinRmLogin.Ntlm who, String password, HttpConnection connection)
            throws IOException {
        this.endpoint = endpoint;
        this.password = password;
        this.login = new NtlmLogin(NtlmAccount.of(who.account()), "HTTP/" + endpoint.address(), bindings(connection));
    }

    private static byte[] bindings(HttpConnection connection) throws IOException {
        var certificate = connection.certificate();
        try {
            return certificate.isEmpty() ? ChannelBindings.none() : ChannelBindings.of(certificate.get());
        } catch (GeneralSecurityException unhashed) {
            throw new IOException("the node's certificate cannot be hashed", unhashed);
        }
    }

    @Override
    public byte[] first() {
        return login.negotiate();
    }

    @Override
    public byte[] next(byte[] token) throws ConnectFailure {
        try {
            var answered = login.answer(token, password, RANDOM, Instant.now());
            session = answered.session();
            return answered.message();
        } catch (NtlmException odd) {
            throw new ConnectFailure(
                    "The challenge of " + endpoint + " cannot be answered, for " + Cause.text(odd)
                            + ": look whether the node allows NTLMv2 with 128-bit session security"
                            + " (LmCompatibilityLevel, NtlmMinServerSec), and what else may answer there.",
                    odd);
        }
    }

    @Override
    public void accepted(byte[] token) {
        // NTLM's third message is the last one: the node proves itself by the first message that it seals.
    }

    @Override
    public Optional<NtlmSession> session() {
        return Optional.ofNullable(session);
    }
}
