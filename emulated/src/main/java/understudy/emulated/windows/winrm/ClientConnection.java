package understudy.emulated.windows.winrm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import understudy.emulated.windows.ntlm.SealedConversation;

/** One client's connection: its requests one after the other, unsealed, answered and sealed again. */
final class ClientConnection {
    private static final String SOAP = "application/soap+xml;charset=UTF-8";

    private final Socket socket;
    private final ConnectionLogin login;
    private final ShellService service;
    private final WinRmListener listener;

    ClientConnection(Socket socket, ConnectionLogin login, ShellService service, WinRmListener listener) {
        this.socket = socket;
        this.login = login;
        this.service = service;
        this.listener = listener;
    }

    /** Serves until the client or the listener ends it. */
    void serve() throws IOException, InterruptedException, PowerLost {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        for (var request = HttpRequest.read(in); request.isPresent(); request = HttpRequest.read(in)) {
            var reply = reply(request.get());
            if (reply.isEmpty()) {
                return;
            }
            reply.get().write(out);
        }
    }

    private Optional<HttpReply> reply(HttpRequest request) throws InterruptedException, PowerLost {
        if (!request.method().equals("POST") || !request.path().split("\\?")[0].equals("/wsman")) {
            return Optional.of(HttpReply.status(404));
        }
        return switch (login.judge(request.header("authorization"))) {
            case ConnectionLogin.Unknown(var challenges) -> Optional.of(HttpReply.unauthorized(challenges));
            case ConnectionLogin.LoggedIn(var account, var token) -> {
                var answer = request.body().length == 0 ? Optional.of(HttpReply.status(200)) : soap(request, account);
                yield answer.map(reply -> reply.with(token));
            }
        };
    }

    private Optional<HttpReply> soap(HttpRequest request, String account) throws InterruptedException, PowerLost {
        boolean sealed = request.header("content-type").startsWith("multipart/encrypted");
        var seal = login.seal();
        if (!sealed) {
            // As AllowUnencrypted=false has it, which is how Windows comes.
            return listener.isTls()
                    ? answer(request.body(), account, Optional.empty())
                    : Optional.of(HttpReply.status(400));
        }
        var envelope = seal.flatMap(conversation -> SealedBody.open(request.body(), conversation));
        return envelope.isEmpty() ? Optional.of(HttpReply.status(400)) : answer(envelope.get(), account, seal);
    }

    private Optional<HttpReply> answer(byte[] envelope, String account, Optional<SealedConversation> seal)
            throws InterruptedException, PowerLost {
        listener.heard(account, seal.isPresent(), envelope);
        var answer = listener.judged(service, envelope, account);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        listener.said(account, seal.isPresent(), answer.get().soap());
        var body = answer.get().soap();
        return Optional.of(
                seal.isEmpty()
                        ? new HttpReply(answer.get().status(), List.of(), SOAP, body)
                        : new HttpReply(
                                answer.get().status(), List.of(), SealedBody.TYPE, SealedBody.close(body, seal.get())));
    }

    static String text(byte[] soap) {
        return new String(soap, StandardCharsets.UTF_8);
    }
}
