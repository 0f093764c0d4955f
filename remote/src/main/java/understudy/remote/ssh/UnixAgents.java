package understudy.remote.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.jspecify.annotations.Nullable;

/** Gives a session the agent that its identity names, if it names one. An agent is never forwarded to a node. */
final class UnixAgents implements SshAgentFactory {
    @Override
    public @Nullable SshAgent createClient(Session session, FactoryManager manager) throws IOException {
        var identity = ((HopSession) session).hop().identity();
        if (identity.agentSocket().isEmpty()) {
            return null;
        }
        try {
            return new UnixAgent(identity.agentSocket().get(), Identities.onlyKeyOfAgent(identity));
        } catch (GeneralSecurityException odd) {
            throw new IOException("the public key beside " + identity.keyFile().orElseThrow() + " cannot be read", odd);
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
