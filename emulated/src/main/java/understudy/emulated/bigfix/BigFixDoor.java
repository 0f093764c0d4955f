package understudy.emulated.bigfix;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import understudy.emulated.windows.winrm.NodeCertificate;

/** The server's REST API on loopback, over TLS with a certificate of its own. */
public final class BigFixDoor implements AutoCloseable {
    private static final int MOST_BODY = 2 << 20;

    private final HttpsServer listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private BigFixDoor(HttpsServer listener) {
        this.listener = listener;
    }

    /** Opens it on any free port where {@code port} is 0. */
    public static BigFixDoor open(BigFixServer server, NodeCertificate certificate, int port) throws IOException {
        try {
            var listener = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            listener.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
            var door = new BigFixDoor(listener);
            listener.setExecutor(door.threads);
            listener.createContext("/", exchange -> handle(server, exchange));
            listener.start();
            return door;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key of ours is no key", impossible);
        }
    }

    private static void handle(BigFixServer server, HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            var body = new String(exchange.getRequestBody().readNBytes(MOST_BODY), StandardCharsets.UTF_8);
            var uri = exchange.getRequestURI();
            var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            var reply =
                    server.answer(new Question(exchange.getRequestMethod(), uri.getRawPath(), query, headers, body));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            var answer = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    public int port() {
        return listener.getAddress().getPort();
    }

    @Override
    public void close() {
        listener.stop(0);
        threads.shutdownNow();
    }
}
