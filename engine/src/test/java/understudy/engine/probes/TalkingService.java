package understudy.engine.probes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** An IMAP service on this machine that answers NOOP, until it falls silent, hangs up, or is gone. */
final class TalkingService implements AutoCloseable {
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final ServerSocket listening = new ServerSocket();
    final AtomicInteger answered = new AtomicInteger();
    final AtomicInteger connections = new AtomicInteger();
    private volatile boolean silent;

    TalkingService() throws IOException {
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void fallSilent(boolean now) {
        silent = now;
    }

    /** Ends the sessions that there are and takes new ones. */
    void hangUp() throws IOException {
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            socket.shutdownOutput();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            say(socket, "* OK ready");
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(socket, line.split(" ", 2)[0] + " OK NOOP completed");
                answered.incrementAndGet();
            }
        } catch (IOException gone) {
            open.remove(socket);
        }
    }

    private void say(Socket socket, String line) throws IOException {
        if (!silent) {
            socket.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            socket.close();
        }
    }
}
