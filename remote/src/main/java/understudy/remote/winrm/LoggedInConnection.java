package understudy.remote.winrm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import understudy.remote.Deadline;
import understudy.remote.winrm.ntlm.NtlmSession;

/** A connection on which the node knows who we are; over HTTP, every message on it is sealed. */
final class LoggedInConnection implements AutoCloseable {
    private static final String SOAP = "application/soap+xml;charset=UTF-8";
    private static final String NEGOTIATE = "Negotiate";
    private static final int MOST_ROUNDS = 6;

    private final HttpConnection http;
    private final @Nullable String authorization;
    private final @Nullable NtlmSession seal;

    private LoggedInConnection(HttpConnection http, @Nullable String authorization, @Nullable NtlmSession seal) {
        this.http = http;
        this.authorization = authorization;
        this.seal = seal;
    }

    /** Connects and logs in; nothing that the node would act on has been sent when this fails. */
    static LoggedInConnection open(WinRmSettings settings, Deadline deadline) throws ConnectFailure {
        var endpoint = settings.endpoint();
        var tls = endpoint.tls() ? Tls.trusting(settings.trust(), endpoint) : null;
        var password = Password.of(settings.login());
        HttpConnection http = null;
        try {
            http = HttpConnection.open(endpoint, tls, deadline);
            return switch (settings.login()) {
                case WinRmLogin.Basic basic -> new LoggedInConnection(http, basic(basic, password), null);
                case WinRmLogin.Ntlm ntlm ->
                    negotiate(http, new NtlmHandshake(endpoint, ntlm, password.orElse(""), http), settings, deadline);
                case WinRmLogin.Kerberos kerberos ->
                    negotiate(
                            http,
                            new KerberosHandshake(endpoint, kerberos.account(), password, deadline),
                            settings,
                            deadline);
            };
        } catch (IOException failure) {
            close(http);
            throw new ConnectFailure(ConnectSentence.of(settings, failure, deadline), failure);
        } catch (ConnectFailure refused) {
            close(http);
            throw refused;
        }
    }

    private static LoggedInConnection negotiate(
            HttpConnection http, Handshake handshake, WinRmSettings settings, Deadline deadline)
            throws ConnectFailure, IOException {
        var token = handshake.first();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var ours = NEGOTIATE + " " + Base64.getEncoder().encodeToString(token);
            var answer = http.post(SOAP, ours, new byte[0], deadline);
            var theirs = answer.challenge(NEGOTIATE);
            if (answer.status() == 200) {
                handshake.accepted(decoded(theirs.orElse("")));
                return new LoggedInConnection(
                        http,
                        null,
                        settings.endpoint().tls() ? null : handshake.session().orElseThrow());
            }
            if (answer.status() != 401 || theirs.isEmpty()) {
                throw new ConnectFailure(LoginSentence.ofFirstAnswer(settings, answer));
            }
            if (theirs.get().isEmpty()) {
                throw new ConnectFailure(LoginSentence.refused(settings));
            }
            token = handshake.next(decoded(theirs.get()));
        }
        throw new UnreadableAnswer("its login does not come to an end");
    }

    /**
     * Sends an envelope and waits for the answer, unsealed where it was sealed.
     *
     * @throws IOException if the connection was lost or the answer cannot be read: the node may have acted
     */
    HttpAnswer exchange(byte[] envelope, Deadline deadline) throws IOException {
        try {
            if (seal == null) {
                return http.post(SOAP, authorization, envelope, deadline);
            }
            var answer = http.post(SealedMessage.CONTENT_TYPE, null, SealedMessage.seal(seal, envelope), deadline);
            if (answer.body().length == 0 && answer.status() != 200) {
                return answer;
            }
            return new HttpAnswer(answer.status(), answer.headers(), SealedMessage.unseal(seal, answer.body()));
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    boolean isOpen() {
        return http.isOpen();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private static void close(@Nullable HttpConnection http) throws ConnectFailure {
        try {
            if (http != null) {
                http.close();
            }
        } catch (IOException unclosed) {
            throw new ConnectFailure("The connection to the node could not even be closed: try again.", unclosed);
        }
    }

    private static String basic(WinRmLogin.Basic login, Optional<String> password) {
        var pair = login.account() + ":" + password.orElse("");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String token) throws UnreadableAnswer {
        try {
            return Base64.getDecoder().decode(token);
        } catch (IllegalArgumentException odd) {
            throw new UnreadableAnswer("its login token is not in Base64", odd);
        }
    }
}
