package understudy.cli.inventory;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import understudy.documents.SecretReference;
import understudy.driver.bigfix.FixletRef;
import understudy.driver.bigfix.Role;

/**
 * How a cluster is reached through BigFix.
 *
 * @param server the name or address of the root server
 * @param user a console operator
 * @param authorities a PEM file that vouches for the server's certificate; empty for those that Java trusts
 * @param fingerprint of a certificate that is believed as it is
 * @param automationPort where Server Automation's own REST service answers
 * @param fixlets those that are used in place of the usual ones
 * @param parameters what is given to Fixlets
 * @param mover the domain account of the service that moves mailbox servers
 */
public record BigFixEntry(
        String server,
        int port,
        String user,
        SecretReference password,
        Optional<Path> authorities,
        Optional<String> fingerprint,
        int automationPort,
        Map<Role, FixletRef> fixlets,
        Map<Role, Map<String, String>> parameters,
        Optional<Account> mover) {
    /** A domain account. */
    public record Account(String user, SecretReference password) {}

    public BigFixEntry {
        fixlets = Map.copyOf(fixlets);
        parameters = Map.copyOf(parameters);
    }
}
