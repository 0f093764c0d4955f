package understudy.driver.bigfix.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import understudy.remote.Answer;
import understudy.remote.Cause;
import understudy.remote.CommandListener;
import understudy.remote.Digest;
import understudy.remote.ScriptNote;
import understudy.remote.SentCommand;
import understudy.remote.tls.JudgedTls;
import understudy.remote.tls.NotTrusted;

/** HTTPS to the server. Name and password go once for each session; its token goes with every request after that. */
public final class HttpsWire implements Wire {
    private static final long MOST_ANSWER = 16 << 20;
    private static final int UNAUTHORIZED = 401;

    private final ServerEndpoint endpoint;
    private final Operator operator;
    private final CommandListener listener;
    private final InstantSource clock;
    private final AtomicReference<Optional<String>> session = new AtomicReference<>(Optional.empty());
    private @Nullable HttpClient client;

    public HttpsWire(ServerEndpoint endpoint, Operator operator, CommandListener listener, InstantSource clock) {
        this.endpoint = endpoint;
        this.operator = operator;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public String server() {
        return endpoint.toString();
    }

    @Override
    public Heard send(Call call) {
        var sent = new SentCommand(
                server(),
                operator.name(),
                List.of(call.method(), call.path()),
                call.body()
                        .map(body -> new ScriptNote(
                                call.told(), Digest.of(body.getBytes(StandardCharsets.UTF_8)), List.of())),
                clock.instant());
        listener.sending(sent);
        var heard = signedIn(call);
        listener.answered(sent, answer(heard), Duration.between(sent.startedAt(), clock.instant()));
        return heard;
    }

    private static Answer answer(Heard heard) {
        return switch (heard) {
            case Heard.Answered(int status, String _) -> new Answer.Finished(status, "", "", false);
            case Heard.NotSent(String reason) -> new Answer.NotSent(reason);
            case Heard.Lost(String reason) -> new Answer.Lost(reason);
        };
    }

    /** A session that is over is answered like a wrong password: then name and password are sent again, once. */
    private Heard signedIn(Call call) {
        var token = session.get();
        var heard = once(call, token);
        boolean over =
                token.isPresent() && heard instanceof Heard.Answered(int status, String _) && status == UNAUTHORIZED;
        return over ? once(call, Optional.empty()) : heard;
    }

    private Heard once(Call call, Optional<String> token) {
        try {
            var request = HttpRequest.newBuilder(URI.create("https://" + endpoint + call.path()))
                    .method(
                            call.method(),
                            call.body().map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
            call.body().ifPresent(_ -> request.header("Content-Type", call.type()));
            if (token.isPresent()) {
                request.header("SessionToken", token.get());
            } else {
                request.header("Authorization", basic());
            }
            return heard(request.build());
        } catch (IOException local) {
            return new Heard.NotSent("Nothing was sent to " + endpoint + ": " + Cause.text(local) + ".");
        }
    }

    private String basic() throws IOException {
        var pair = operator.name() + ":" + operator.password().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private Heard heard(HttpRequest request) throws IOException {
        try {
            var answer = client().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_ANSWER))
                    .get(endpoint.deadline().toMillis(), TimeUnit.MILLISECONDS);
            answer.headers().firstValue("SessionToken").ifPresent(token -> session.set(Optional.of(token)));
            if (answer.statusCode() == UNAUTHORIZED) {
                session.set(Optional.empty());
            }
            return answered(answer);
        } catch (TimeoutException late) {
            return new Heard.Lost("The BigFix server " + endpoint + " gave no answer within "
                    + endpoint.deadline().toSeconds() + " s.");
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return new Heard.Lost("A request to " + endpoint + " was broken off.");
        } catch (ExecutionException failed) {
            var why = Cause.chain(failed).stream()
                    .filter(NotTrusted.class::isInstance)
                    .map(refused -> ((NotTrusted) refused).clause())
                    .findFirst()
                    .orElseGet(() -> Cause.text(failed));
            boolean surely =
                    Cause.has(failed, ConnectException.class) || Cause.has(failed, SSLHandshakeException.class);
            return surely
                    ? new Heard.NotSent("The BigFix server " + endpoint + " cannot be reached: " + why + ".")
                    : new Heard.Lost("The connection to the BigFix server " + endpoint + " broke: " + why + ".");
        }
    }

    private static Heard answered(HttpResponse<byte[]> answer) {
        return new Heard.Answered(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    }

    private synchronized HttpClient client() throws IOException {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(endpoint.deadline())
                    .sslContext(JudgedTls.context(endpoint.trust(), endpoint.toString(), "on the server"))
                    .build();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}
