package understudy.remote.winrm;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import understudy.remote.tls.CertificateTrust;
import understudy.remote.tls.JudgedTls;

/** TLS to one listener, whose certificate is judged as the settings say. */
final class Tls {
    private final SSLContext context;
    private final boolean named;

    private Tls(SSLContext context, boolean named) {
        this.context = context;
        this.named = named;
    }

    /** Reads what is needed to judge; nothing has been sent then. */
    static Tls trusting(CertificateTrust trust, WinRmEndpoint endpoint) throws ConnectFailure {
        try {
            var context = JudgedTls.context(trust, endpoint.toString(), "on the node's console (certutil -store My)");
            return new Tls(context, trust instanceof CertificateTrust.Authorities);
        } catch (IOException unreadable) {
            throw new ConnectFailure("We do not log in, for " + unreadable.getMessage() + ".", unreadable);
        }
    }

    Socket over(Socket plain, WinRmEndpoint endpoint) throws IOException {
        var socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, endpoint.address(), endpoint.port(), true);
        var parameters = socket.getSSLParameters();
        if (named) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
