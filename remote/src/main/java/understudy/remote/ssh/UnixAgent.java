package understudy.remote.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.threads.ThreadUtils;

/** Talks to an SSH agent over the JDK's own Unix domain sockets; the library's way needs a native library. */
final class UnixAgent extends AbstractAgentProxy {
    /** OpenSSH's own limit for one message of the agent's protocol. */
    private static final int MOST_BYTES = 256 << 10;

    private final SocketChannel channel;
    private final Optional<PublicKey> only;

    UnixAgent(Path socket, Optional<PublicKey> only) throws IOException {
        super(ThreadUtils.newCachedThreadPool("understudy-ssh-agent"));
        this.channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        this.only = only;
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException refused) {
            close();
            throw refused;
        }
    }

    /** The agent's keys, or only the one that was asked for, as itself and as certificates over it. */
    @Override
    public Iterable<? extends Map.Entry<PublicKey, String>> getIdentities() throws IOException {
        List<Map.Entry<PublicKey, String>> offered = new ArrayList<>();
        for (var identity : super.getIdentities()) {
            if (only.isEmpty() || KeyUtils.compareKeys(only.get(), plain(identity.getKey()))) {
                offered.add(Map.entry(identity.getKey(), identity.getValue()));
            }
        }
        return offered;
    }

    @Override
    protected synchronized Buffer request(Buffer question) throws IOException {
        var out = ByteBuffer.wrap(question.array(), question.rpos(), question.available());
        while (out.hasRemaining()) {
            channel.write(out);
        }
        var length = read(Integer.BYTES).getInt();
        if (length < 1 || length > MOST_BYTES) {
            throw new IOException("the SSH agent announced an answer of " + length + " bytes");
        }
        return new ByteArrayBuffer(read(length).array());
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        super.close();
    }

    private ByteBuffer read(int length) throws IOException {
        var answer = ByteBuffer.allocate(length);
        while (answer.hasRemaining()) {
            if (channel.read(answer) < 0) {
                throw new EOFException("the SSH agent closed the connection");
            }
        }
        return answer.flip();
    }

    private static PublicKey plain(PublicKey key) {
        return key instanceof OpenSshCertificate certificate ? certificate.getCertPubKey() : key;
    }
}
