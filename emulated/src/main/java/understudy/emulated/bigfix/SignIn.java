package understudy.emulated.bigfix;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who may ask: an operator by name and password, or a session that was not idle for too long. */
final class SignIn {
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final String operator;
    private final String password;
    private final String realm;
    private final Map<String, Instant> sessions = new HashMap<>();

    /** The realm's text, which changed with 9.5.15. */
    enum Age {
        BEFORE_9_5_15("IBM BigFix Server"),
        SINCE_9_5_15("BigFix Server");

        final String realm;

        Age(String realm) {
            this.realm = realm;
        }
    }

    SignIn(String operator, String password, Age age) {
        this.operator = operator;
        this.password = password;
        this.realm = age.realm;
    }

    /** Every session ends, as when the server is started again. */
    void endSessions() {
        sessions.clear();
    }

    /** The session of a request that is let in; the session is new where it came with name and password. */
    Optional<String> session(Question question, Instant now) {
        var token = question.header("SessionToken");
        if (!token.isEmpty()) {
            var used = sessions.get(token);
            if (used == null || used.plus(IDLE).isBefore(now)) {
                return Optional.empty();
            }
            sessions.put(token, now);
            return Optional.of(token);
        }
        var words = question.header("Authorization").split(" ", 2);
        boolean known = words.length == 2
                && words[0].equalsIgnoreCase("Basic")
                && new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8)
                        .equals(operator + ":" + password);
        if (!known) {
            return Optional.empty();
        }
        var fresh = UUID.randomUUID().toString();
        sessions.put(fresh, now);
        return Optional.of(fresh);
    }

    Reply refusal() {
        return Reply.text(401, "Unauthorized").with("WWW-Authenticate", "Basic realm=\"" + realm + "\"");
    }
}
