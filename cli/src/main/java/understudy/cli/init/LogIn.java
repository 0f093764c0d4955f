package understudy.cli.init;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.cli.inventory.ClusterEntry.SshEntry;

/** What the command line and the user's folder say of logging in, as an inventory has it. */
public final class LogIn {
    /** Those that OpenSSH tries by itself, in its order. */
    private static final List<String> USUAL_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private LogIn() {}

    /**
     * What the options say.
     *
     * @param agent the keys that the running agent holds
     */
    public record Words(
            Optional<Path> identity,
            Optional<Path> certificate,
            boolean agent,
            Optional<Path> knownHosts,
            List<String> jump) {}

    /**
     * The inventory's words. Without options: the agent, if one runs, else the first of the usual key files; the usual known_hosts.
     *
     * @param home the user's own folder
     * @throws IllegalArgumentException in one sentence, if there is no way to sign in
     */
    public static SshEntry entry(Destination host, Words words, Path home, Map<String, String> environment) {
        boolean running = !environment.getOrDefault("SSH_AUTH_SOCK", "").isEmpty();
        boolean agent = words.agent() || (words.identity().isEmpty() && running);
        Optional<Path> identity = words.identity().isPresent() || agent ? words.identity() : usualKey(home);
        if (identity.isEmpty() && !agent) {
            throw new IllegalArgumentException(
                    "There is no key to sign in with: no agent runs (SSH_AUTH_SOCK is not set) and "
                            + home.resolve(".ssh") + " holds none of " + String.join(", ", USUAL_KEYS)
                            + ": name one with --identity FILE.");
        }
        return new SshEntry(
                host.user(),
                host.port(),
                identity.map(LogIn::absolute),
                words.certificate().map(LogIn::absolute),
                agent,
                absolute(words.knownHosts().orElse(home.resolve(".ssh/known_hosts"))),
                words.jump());
    }

    private static Optional<Path> usualKey(Path home) {
        return USUAL_KEYS.stream()
                .map(name -> home.resolve(".ssh").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
