package understudy.driver.bigfix.wire;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a BigFix server answers, and what makes us believe that it is it.
 *
 * @param authorities a PEM file that vouches for its certificate; empty for those that Java trusts
 * @param fingerprint the SHA-256 of its certificate, believed whoever signed it; empty where authorities vouch
 * @param deadline how long one request may take, connecting included
 */
public record ServerEndpoint(
        String address, int port, Optional<Path> authorities, Optional<String> fingerprint, Duration deadline) {
    /** The usual port of the root server's REST API. */
    public static final int USUAL_PORT = 52311;

    /** The deadline of settings that name none. */
    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(60);

    public ServerEndpoint {
        fingerprint = fingerprint.map(text -> text.replace(":", "").toLowerCase(Locale.ROOT));
        if (fingerprint.filter(text -> !text.matches("[0-9a-f]{64}")).isPresent()) {
            throw new IllegalArgumentException("A SHA-256 fingerprint has 64 hex digits: " + fingerprint.get());
        }
    }

    @Override
    public String toString() {
        return address + ":" + port;
    }
}
