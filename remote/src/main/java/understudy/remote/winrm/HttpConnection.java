package understudy.remote.winrm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import understudy.remote.Deadline;

/**
 * One TCP connection to a listener and the requests on it, one after the other.
 *
 * <p>Its own, and not the JDK's HTTP client: a login by NTLM or Kerberos holds for one connection, and that client chooses connections
 * as it likes (docs/adr/0016).
 */
final class HttpConnection implements AutoCloseable {
    private final WinRmEndpoint endpoint;
    private final Socket plain;
    private final Socket socket;
    private final OutputStream out;
    private final HttpReader reader;

    private HttpConnection(WinRmEndpoint endpoint, Socket plain, Socket socket) throws IOException {
        this.endpoint = endpoint;
        this.plain = plain;
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.reader = new HttpReader(new BufferedInputStream(socket.getInputStream(), 16 << 10));
    }

    /** Connects, and where there is TLS shakes hands with a node that shows the right certificate. */
    static HttpConnection open(WinRmEndpoint endpoint, @Nullable Tls tls, Deadline deadline) throws IOException {
        var address = new InetSocketAddress(endpoint.address(), endpoint.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException(endpoint.address());
        }
        var plain = new Socket();
        try (var _ = new Watch(plain, deadline)) {
            plain.connect(address);
            plain.setTcpNoDelay(true);
            return new HttpConnection(endpoint, plain, tls == null ? plain : tls.over(plain, endpoint));
        } catch (IOException | RuntimeException failure) {
            plain.close();
            throw failure;
        }
    }

    HttpAnswer post(String contentType, @Nullable String authorization, byte[] body, Deadline deadline)
            throws IOException {
        var head = new StringBuilder("POST /wsman HTTP/1.1\r\nHost: ")
                .append(endpoint.authority())
                .append("\r\nUser-Agent: understudy\r\nConnection: Keep-Alive\r\nContent-Type: ")
                .append(contentType)
                .append("\r\nContent-Length: ")
                .append(body.length);
        if (authorization != null) {
            head.append("\r\nAuthorization: ").append(authorization);
        }
        try (var _ = new Watch(plain, deadline)) {
            out.write(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            var answer = reader.read();
            if (answer.closes()) {
                plain.close();
            }
            return answer;
        }
    }

    /** Who stands at the other end, over TLS. */
    Optional<X509Certificate> certificate() throws IOException {
        return socket instanceof SSLSocket tls
                ? Optional.of((X509Certificate) tls.getSession().getPeerCertificates()[0])
                : Optional.empty();
    }

    boolean isOpen() {
        return !plain.isClosed();
    }

    /** Closes it at once: a polite end of TLS could wait for a peer that is gone. */
    @Override
    public void close() throws IOException {
        plain.close();
    }
}
