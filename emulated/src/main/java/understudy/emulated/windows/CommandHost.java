package understudy.emulated.windows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * One emulated Windows node as the servers in front of it see it: SSH and WinRM both hand a command line to this, and nothing else.
 */
public interface CommandHost {
    /** The node's own name, as its certificate and its NTLM target name carry it. */
    String name();

    /**
     * The password of an account that may log on from the network, else empty.
     *
     * @param account {@code DOMAIN\name}, {@code name@domain} or {@code name}
     */
    Optional<String> password(String account);

    /** The account's name without its domain. */
    static String bareName(String account) {
        var bare = account.substring(account.lastIndexOf('\\') + 1);
        return bare.contains("@") ? bare.substring(0, bare.indexOf('@')) : bare;
    }

    /**
     * Runs a command line as the node's process creation would get it, until it ends; an interruption ends the program.
     *
     * @return its exit code
     * @throws IOException where a stream failed, or the node lost its power meanwhile
     */
    int run(String account, String commandLine, InputStream input, OutputStream output, OutputStream error)
            throws IOException, InterruptedException;
}
