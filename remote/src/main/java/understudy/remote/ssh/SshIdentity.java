package understudy.remote.ssh;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What proves to a node who we are: a private key file, keys that an agent holds, a certificate beside either.
 *
 * @param keyFile an unencrypted private key; where there is an agent too, only this key of the agent's is offered
 * @param certificate an OpenSSH user certificate for that key ({@code -cert.pub})
 * @param agentSocket the Unix socket of a running SSH agent
 */
public record SshIdentity(Optional<Path> keyFile, Optional<Path> certificate, Optional<Path> agentSocket) {
    public SshIdentity {
        if (keyFile.isEmpty() && agentSocket.isEmpty()) {
            throw new IllegalArgumentException("An SSH identity needs a key file or an agent");
        }
        if (certificate.isPresent() && keyFile.isEmpty()) {
            throw new IllegalArgumentException(
                    "The certificate " + certificate.get() + " needs its key file beside it");
        }
    }

    /** A private key file alone. */
    public static SshIdentity key(Path file) {
        return new SshIdentity(Optional.of(file), Optional.empty(), Optional.empty());
    }

    /** The keys of the agent that listens on {@code socket}. */
    public static SshIdentity agent(Path socket) {
        return new SshIdentity(Optional.empty(), Optional.empty(), Optional.of(socket));
    }

    /**
     * The keys of the agent that the environment names.
     *
     * @throws IllegalArgumentException in one sentence, if it names none
     */
    public static SshIdentity agentOf(Map<String, String> environment) {
        var socket = environment.get("SSH_AUTH_SOCK");
        if (socket == null || socket.isEmpty()) {
            throw new IllegalArgumentException(
                    "SSH_AUTH_SOCK is not set, so no SSH agent can be asked: start one (eval \"$(ssh-agent)\"; ssh-add) or name a key file.");
        }
        return agent(Path.of(socket));
    }

    /** The same, with a certificate for the key. */
    public SshIdentity certifiedBy(Path file) {
        return new SshIdentity(keyFile, Optional.of(file), agentSocket);
    }

    /** The same, with an agent that may hold the key. */
    public SshIdentity heldBy(Path socket) {
        return new SshIdentity(keyFile, certificate, Optional.of(socket));
    }
}
