package understudy.engine.probes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A small service on this machine that can answer, answer wrongly, hang, be deaf to connections, or be gone. */
final class LoopbackService implements AutoCloseable {
    private static final Thread NOBODY = Thread.ofVirtual().unstarted(() -> {});

    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile String greeting;
    private volatile ServerSocket listening;
    private Thread acceptor;

    LoopbackService(String greeting) throws IOException {
        this.greeting = greeting;
        this.listening = listen(0, 50);
        this.acceptor = accepting(listening);
    }

    private Thread accepting(ServerSocket server) {
        return Thread.ofVirtual().start(() -> accept(server));
    }

    int port() {
        return listening.getLocalPort();
    }

    /** An empty greeting takes connections and says nothing. */
    void greetWith(String text) {
        greeting = text;
    }

    /** Connections are refused from now on. */
    void stop() throws IOException {
        listening.close();
        try {
            // The socket listens until the thread that waits on it has noticed.
            acceptor.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while closing a service.");
        }
        hangUp();
    }

    /** Listens again on the same port. */
    void restart() throws IOException {
        int port = port();
        stop();
        listening = listen(port, 50);
        acceptor = accepting(listening);
    }

    /** Listens again, but with nobody to take connections and no room for more: their first packet is dropped. */
    void goDeaf() throws IOException {
        int port = port();
        stop();
        listening = listen(port, 1);
        acceptor = NOBODY;
        for (int waiting = 0; waiting < 3; waiting++) {
            Socket crowd = new Socket();
            open.add(crowd);
            Thread.ofVirtual().start(() -> connect(crowd, port));
        }
    }

    private static void connect(Socket socket, int port) {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 30_000);
        } catch (IOException noRoom) {
            // What is wanted: the last of the crowd waits until the service is closed.
            return;
        }
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> greet(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void greet(Socket socket) {
        try {
            String text = greeting;
            if (text.startsWith("HTTP")) {
                socket.getInputStream().read(new byte[4096]);
            }
            if (!text.isEmpty()) {
                socket.getOutputStream().write((text + "\r\n").getBytes(ISO_8859_1));
                socket.close();
                open.remove(socket);
            }
        } catch (IOException gone) {
            open.remove(socket);
        }
    }

    private static ServerSocket listen(int port, int backlog) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), backlog);
        return server;
    }

    private void hangUp() {
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            try {
                socket.close();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
