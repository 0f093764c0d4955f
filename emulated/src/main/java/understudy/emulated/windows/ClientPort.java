package understudy.emulated.windows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import understudy.emulated.world.Group;

/**
 * A mailbox server as its clients see it: it greets and answers while its group is online, and hangs up while it is not. That a
 * clustered mailbox server speaks neither SMTP nor IMAP itself does not matter to what is measured here.
 */
public final class ClientPort implements AutoCloseable {
    private final String name;
    private final BooleanSupplier served;
    private final boolean imap;
    private final ServerSocket socket;

    private ClientPort(String name, BooleanSupplier served, boolean imap, ServerSocket socket) {
        this.name = name;
        this.served = served;
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
        return open(group.name(), () -> group.state() == Group.State.ONLINE, imap, port);
    }

    /** The same for whatever is served or not. */
    public static ClientPort open(String name, BooleanSupplier served, boolean imap, int port) throws IOException {
        var opened = new ClientPort(name, served, imap, new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("clients-" + name).start(opened::accept);
        return opened;
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().name("client-" + name).start(() -> serve(client));
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
            say(client, imap ? "* OK " + name + " ready" : "220 " + name + " ready");
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
        return served.getAsBoolean();
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
