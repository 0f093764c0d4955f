package understudy.remote.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.jspecify.annotations.Nullable;
import understudy.remote.Cause;

/** Gives a session the agent that its identity names, if it names one. An agent is never forwarded to a node. */
final class UnixAgents implements SshAgentFactory {
    @Override
    public @Nullable SshAgent createClient(Session session, FactoryManager manager) throws IOException {
        var hop = ((HopSession) session).hop();
        var identity = hop.identity();
        if (identity.agentSocket().isEmpty()) {
            return null;
        }
        var socket = identity.agentSocket().get();
        var only = onlyKey(hop);
        try {
            return new UnixAgent(socket, only);
        } catch (IOException unreachable) {
            // The library passes on only the cause of an exception, so the sentence travels with the hop.
            hop.refuse("The SSH agent at " + socket + " does not answer (" + Cause.text(unreachable)
                    + "): check that it runs and holds the key (ssh-add -l).");
            throw unreachable;
        }
    }

    private static Optional<PublicKey> onlyKey(Hop hop) throws IOException {
        try {
            return Identities.onlyKeyOfAgent(hop.identity());
        } catch (IOException | GeneralSecurityException | RuntimeException odd) {
            hop.refuse("The public key beside " + hop.identity().keyFile().orElseThrow() + " cannot be read ("
                    + Cause.text(odd)
                    + "), so it is not known which key of the agent's is meant: write it (ssh-keygen -y),"
                    + " or name the agent alone.");
            throw new IOException("no public key", odd);
        }
    }

    @Override
    public List<ChannelFactory> getChannelForwardingFactories(FactoryManager manager) {
        return List.of();
    }

    @Override
    public SshAgentServer createServer(ConnectionService service) {
        throw new UnsupportedOperationException("an SSH agent is never forwarded");
    }
}
