package understudy.remote.winrm;

import java.time.Duration;
import understudy.remote.tls.CertificateTrust;

/**
 * How one node is reached over WinRM.
 *
 * @param endpoint the node's listener
 * @param login who we are
 * @param trust which certificate to believe; not asked over HTTP, where there is none
 * @param connectDeadline how long a connection may take, from the first packet to the login
 */
public record WinRmSettings(
        WinRmEndpoint endpoint, WinRmLogin login, CertificateTrust trust, Duration connectDeadline) {
    /** The connect deadline of settings that name none. */
    public static final Duration USUAL_CONNECT_DEADLINE = Duration.ofSeconds(10);

    public WinRmSettings {
        if (!endpoint.tls() && login instanceof WinRmLogin.Basic) {
            throw new IllegalArgumentException("Basic would send the password of " + login.account() + " readable to "
                    + endpoint + ": use HTTPS, or NTLM, which seals every message.");
        }
        if (!endpoint.tls() && login instanceof WinRmLogin.Kerberos) {
            throw new IllegalArgumentException("Kerberos over HTTP would leave the messages to " + endpoint
                    + " readable, for Java's Kerberos cannot seal them as WinRM wants it: use HTTPS.");
        }
        if (!connectDeadline.isPositive()) {
            throw new IllegalArgumentException("The connect deadline must be positive: " + connectDeadline);
        }
    }

    /** With Java's authorities and the usual deadline. */
    public WinRmSettings(WinRmEndpoint endpoint, WinRmLogin login) {
        this(endpoint, login, CertificateTrust.usual(), USUAL_CONNECT_DEADLINE);
    }

    /** The same, believing what {@code certificates} says. */
    public WinRmSettings trusting(CertificateTrust certificates) {
        return new WinRmSettings(endpoint, login, certificates, connectDeadline);
    }

    /** The same, connected within {@code limit}. */
    public WinRmSettings connectingWithin(Duration limit) {
        return new WinRmSettings(endpoint, login, trust, limit);
    }
}
