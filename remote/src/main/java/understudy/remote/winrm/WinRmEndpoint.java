package understudy.remote.winrm;

import java.util.regex.Pattern;

/**
 * Where a WinRM listener is.
 *
 * @param address a host name or an IP address
 * @param port 1 to 65535
 * @param tls whether the listener speaks HTTPS; without it every message is sealed by NTLM
 */
public record WinRmEndpoint(String address, int port, boolean tls) {
    /** The port of a listener on HTTP. */
    public static final int HTTP_PORT = 5985;

    /** The port of a listener on HTTPS. */
    public static final int HTTPS_PORT = 5986;

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,253}|[0-9A-Fa-f:.]+(%\\w+)?");

    public WinRmEndpoint {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("Neither a host name nor an IP address: '" + address + "'");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A port is 1 to 65535: " + port);
        }
    }

    /** HTTPS on its usual port. */
    public static WinRmEndpoint https(String address) {
        return new WinRmEndpoint(address, HTTPS_PORT, true);
    }

    /** HTTP, with sealed messages, on its usual port. */
    public static WinRmEndpoint http(String address) {
        return new WinRmEndpoint(address, HTTP_PORT, false);
    }

    /** Address and port as a Host header has them. */
    String authority() {
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }

    @Override
    public String toString() {
        return (tls ? "https://" : "http://") + authority() + "/wsman";
    }
}
