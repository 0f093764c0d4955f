package understudy.emulated.windows.winrm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import understudy.emulated.windows.CommandHost;

/**
 * A WinRM listener on loopback, in front of an emulated node: what a WinRM client can tell from a Windows node's, it should not be
 * able to tell from this one.
 */
public final class WinRmListener implements AutoCloseable {
    private final CommandHost host;
    private final WinRmOptions options;
    private final InstantSource clock;
    private final byte[] bindings;
    private final ServerSocket server;
    private final Shells shells;
    private final Conversation conversation = new Conversation();
    private final WinRmFaults faults = new WinRmFaults();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private int accepted;

    private WinRmListener(CommandHost host, WinRmOptions options, InstantSource clock, int port)
            throws IOException, GeneralSecurityException {
        this.host = host;
        this.options = options;
        this.clock = clock;
        this.bindings = TlsBindings.of(options.certificate());
        this.shells = new Shells(options.limits(), clock);
        this.server = options.certificate().isEmpty()
                ? new ServerSocket()
                : options.certificate().get().context().getServerSocketFactory().createServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Listens.
     *
     * @param port 0 for any that is free
     */
    public static WinRmListener start(CommandHost host, WinRmOptions options, InstantSource clock, int port)
            throws IOException, GeneralSecurityException {
        var listener = new WinRmListener(host, options, clock, port);
        Thread.ofVirtual().name("winrm-" + host.name()).start(listener::accept);
        return listener;
    }

    /** The port on loopback. */
    public int port() {
        return server.getLocalPort();
    }

    /** What was said so far. */
    public Conversation conversation() {
        return conversation;
    }

    /** What is to go wrong. */
    public WinRmFaults faults() {
        return faults;
    }

    /** The ids of the shells that live now. */
    public List<String> shells() {
        return shells.ids();
    }

    /** How many connections were made so far. */
    public synchronized int connectionsMade() {
        return accepted;
    }

    /** Ends every connection without a word; shells and their commands live on, as when a network breaks. */
    public void cut() {
        connections.forEach(WinRmListener::end);
    }

    /** The same, and ends every shell with its commands, as when the node loses its power. */
    public void losePower() {
        shells.deleteAll();
        cut();
    }

    @Override
    public void close() throws IOException {
        server.close();
        losePower();
    }

    boolean isTls() {
        return options.certificate().isPresent();
    }

    void heard(String account, boolean sealed, byte[] soap) {
        conversation.add(new Conversation.Message(true, account, sealed, ClientConnection.text(soap)));
    }

    void said(String account, boolean sealed, byte[] soap) {
        conversation.add(new Conversation.Message(false, account, sealed, ClientConnection.text(soap)));
    }

    /** An envelope and the status that it travels with. */
    static final class Answer {
        private final int status;
        private final byte[] soap;

        Answer(int status, byte[] soap) {
            this.status = status;
            this.soap = soap;
        }

        int status() {
            return status;
        }

        byte[] soap() {
            return soap;
        }
    }

    /** What comes of an envelope; empty if the connection ends instead. */
    Optional<Answer> judged(ShellService service, byte[] envelope, String account)
            throws InterruptedException, PowerLost {
        var id = "";
        try {
            if (envelope.length > options.limits().envelopeBytes()) {
                throw WsmanRefusal.envelopeTooLong(options.limits().envelopeBytes());
            }
            var request = Request.read(envelope);
            id = request.messageId();
            var fault = faults.takeNext(request.action());
            if (fault.orElse(null) instanceof WinRmFaults.Refused(var refusal)) {
                throw refusal;
            }
            var answer = service.answer(request, account);
            return switch (fault.orElse(null)) {
                case null -> Optional.of(new Answer(200, answer));
                case WinRmFaults.Cut cut -> Optional.empty();
                case WinRmFaults.Garbled garbled ->
                    Optional.of(new Answer(200, "<html>no SOAP".getBytes(StandardCharsets.UTF_8)));
                case WinRmFaults.Refused refused -> throw refused.refusal();
            };
        } catch (WsmanRefusal refusal) {
            return Optional.of(new Answer(500, Reply.fault(id, refusal)));
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.add(socket);
                synchronized (this) {
                    accepted++;
                }
                Thread.ofVirtual().name("winrm-client-" + host.name()).start(() -> serve(socket));
            } catch (IOException closed) {
                // Closed by us, or a client that was gone before it was accepted: in both cases the loop's condition
                // decides.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var login = new ConnectionLogin(host, options, faults, bindings, clock);
            new ClientConnection(socket, login, new ShellService(host, options, shells), this).serve();
        } catch (PowerLost lost) {
            losePower();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            // A client may end a connection at any moment; nothing is owed to it then.
        } finally {
            connections.remove(socket);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            throw new IllegalStateException("a socket on loopback could not be closed", already);
        }
    }
}
