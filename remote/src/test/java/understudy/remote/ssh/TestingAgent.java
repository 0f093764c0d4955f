package understudy.remote.ssh;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.sshd.agent.common.AbstractAgentClient;
import org.apache.sshd.agent.local.AgentImpl;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** An SSH agent that holds keys in memory and answers on a Unix socket. */
final class TestingAgent implements AutoCloseable {
    private final ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    private final AgentImpl keys = new AgentImpl();
    private final Path socket;

    TestingAgent(Path socket, KeyPair... pairs) throws IOException {
        this.socket = socket;
        for (var pair : pairs) {
            keys.addIdentity(pair, "a test");
        }
        door.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::accept);
    }

    Path socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        try {
            while (door.isOpen()) {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            }
        } catch (IOException closed) {
            Logger.getLogger("test").log(Level.FINE, "the agent is closed", closed);
        }
    }

    private void answer(SocketChannel caller) {
        var conversation = new Conversation(keys, caller);
        try (caller) {
            var bytes = ByteBuffer.allocate(4096);
            while (caller.read(bytes) >= 0) {
                var part = new byte[bytes.flip().remaining()];
                bytes.get(part).clear();
                conversation.messageReceived(new ByteArrayBuffer(part));
            }
        } catch (IOException closed) {
            Logger.getLogger("test").log(Level.FINE, "the caller has left", closed);
        }
    }

    private static final class Conversation extends AbstractAgentClient {
        private final SocketChannel caller;

        Conversation(AgentImpl keys, SocketChannel caller) {
            super(keys);
            this.caller = caller;
        }

        @Override
        protected void reply(Buffer answer) throws IOException {
            var bytes = ByteBuffer.wrap(answer.getCompactData());
            while (bytes.hasRemaining()) {
                caller.write(bytes);
            }
        }
    }
}
