package understudy.remote.ssh;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.common.SshConstants;

/**
 * A channel that knows for certain whether its command was sent.
 *
 * <p>Opening a channel and sending the command are one call to the library. Who gives up waiting for it must know on
 * which side of that moment it was, because on one side the command surely did not run and on the other it may have.
 */
final class ExecChannel extends ChannelExec {
    private enum Stage {
        OPENING,
        GIVEN_UP,
        SENT,
        REFUSED
    }

    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPENING);

    ExecChannel(String line) {
        super(line, null, Map.of());
    }

    @Override
    protected void doOpen() throws IOException {
        if (!stage.compareAndSet(Stage.OPENING, Stage.SENT)) {
            throw new IOException("nobody waits for this channel any more");
        }
        super.doOpen();
    }

    @Override
    public void handleFailure() throws IOException {
        stage.set(Stage.REFUSED);
        super.handleFailure();
    }

    /** Gives up, and says whether the command surely never ran. */
    boolean surelyNotRun() {
        stage.compareAndSet(Stage.OPENING, Stage.GIVEN_UP);
        return stage.get() != Stage.SENT;
    }

    /** Asks the far side to end the command, as far as it lets us. */
    void terminate() throws IOException {
        var signal = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST, 64);
        signal.putUInt(getRecipient());
        signal.putString("signal");
        signal.putBoolean(false);
        signal.putString("TERM");
        writePacket(signal);
    }
}
