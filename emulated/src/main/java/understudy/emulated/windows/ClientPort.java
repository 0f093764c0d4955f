package understudy.emulated.windows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import understudy.emulated.world.Group;

/**
 * A mailbox server as its clients see it: it greets and answers while its group is online, and hangs up while it is not. That a
 * clustered mailbox server speaks neither SMTP nor IMAP itself does not matter to what is measured here.
 */
public final class ClientPort implements AutoCloseable {
    private final Group group;
    private final boolean imap;
    private final ServerSocket socket;

    private ClientPort(Group group, boolean imap, ServerSocket socket) {
        this.group = group;
        this.imap = imap;
        this.socket = socket;
    }

    /**
     * Opens it on loopback.
     *
     * @param imap speaks IMAP, else SMTP
     * @param port 0 for any that is free
     */
    public static ClientPort open(Group group, boolean imap, int port) throws IOException {
        var opened = new ClientPort(group, imap, new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("clients-" + group.name()).start(opened::accept);
        return opened;
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().name("client-" + group.name()).start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(60_000);
            if (!isServed()) {
                return;
            }
            say(client, imap ? "* OK " + group.name() + " ready" : "220 " + group.name() + " ready");
            var reader = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            for (var line = reader.readLine(); line != null && isServed(); line = reader.readLine()) {
                say(client, imap ? line.split(" ", 2)[0] + " OK done" : "250 OK");
            }
        } catch (IOException gone) {
            // A client that leaves without a word is no concern of the server's.
            return;
        }
    }

    private boolean isServed() {
        return group.state() == Group.State.ONLINE;
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
