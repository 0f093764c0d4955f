package understudy.remote.ssh;

import java.util.regex.Pattern;

/**
 * Where an SSH server listens and who logs in there.
 *
 * @param user the account
 * @param address a host name or an IP address, as the known_hosts file has it
 * @param port 1 to 65535
 */
public record SshEndpoint(String user, String address, int port) {
    /** The port of SSH. */
    public static final int USUAL_PORT = 22;

    private static final Pattern USER = Pattern.compile("[^\\s\\p{Cntrl}@]{1,256}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,253}|[0-9A-Fa-f:.]+(%\\w+)?");

    public SshEndpoint {
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException("Not a name that can log in over SSH: '" + user + "'");
        }
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("Neither a host name nor an IP address: '" + address + "'");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A port is 1 to 65535: " + port);
        }
    }

    /** The account at the address, on port 22. */
    public SshEndpoint(String user, String address) {
        this(user, address, USUAL_PORT);
    }

    /** The name under which known_hosts files keep it: the address, with the port where it is not 22. */
    String knownHostsName() {
        return port == USUAL_PORT ? address : "[" + address + "]:" + port;
    }

    @Override
    public String toString() {
        return user + "@" + knownHostsName();
    }
}
