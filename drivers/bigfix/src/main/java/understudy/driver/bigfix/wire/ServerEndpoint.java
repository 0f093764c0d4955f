package understudy.driver.bigfix.wire;

import java.time.Duration;
import understudy.remote.tls.CertificateTrust;

/**
 * Where a BigFix server answers, and what makes us believe that it is it.
 *
 * @param trust what makes us believe that its certificate is its own
 * @param deadline how long one request may take, connecting included
 */
public record ServerEndpoint(String address, int port, CertificateTrust trust, Duration deadline) {
    /** The usual port of the root server's REST API. */
    public static final int USUAL_PORT = 52311;

    /** The deadline of settings that name none. */
    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(60);

    @Override
    public String toString() {
        return address + ":" + port;
    }
}
