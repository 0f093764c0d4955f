package understudy.driver.bigfix.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.driver.bigfix.wire.Call;
import understudy.driver.bigfix.wire.Heard;
import understudy.driver.bigfix.wire.Wire;
import understudy.emulated.bigfix.BigFixServer;
import understudy.emulated.bigfix.Question;
import understudy.emulated.bigfix.Reply;

/** The way to the emulated server without a socket; everything on it is written down, and it is cut where it is told to. */
final class TrialWire implements Wire {
    static final String PASSWORD = "secret of a test";

    final List<Call> calls = new ArrayList<>();
    private final BigFixServer server;
    private Optional<Cut> cut = Optional.empty();
    private int number;

    /** One call is cut, before it reaches the server or after it has; our process ends by it or goes on. */
    record Cut(int call, boolean after, boolean kills) {}

    TrialWire(BigFixServer server) {
        this.server = server;
    }

    /** From now on calls count from 0, and this cut is made. */
    void begin(Optional<Cut> next) {
        cut = next;
        number = 0;
        calls.clear();
    }

    @Override
    public String server() {
        return "bigfix.test:52311";
    }

    @Override
    public Heard send(Call call) {
        var now = cut.filter(one -> one.call() == number);
        number++;
        calls.add(call);
        if (now.filter(one -> !one.after()).isPresent()) {
            return cutOff(now.get(), new Heard.NotSent("The connection to the server broke."));
        }
        var reply = answer(call);
        return now.isPresent()
                ? cutOff(now.get(), new Heard.Lost("The connection to the server broke."))
                : new Heard.Answered(reply.status(), reply.body());
    }

    private static Heard cutOff(Cut cut, Heard otherwise) {
        if (cut.kills()) {
            throw new Killed();
        }
        return otherwise;
    }

    private Reply answer(Call call) {
        int at = call.path().indexOf('?');
        var basic = Base64.getEncoder()
                .encodeToString((BigFixServer.OPERATOR + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return server.answer(new Question(
                call.method(),
                at < 0 ? call.path() : call.path().substring(0, at),
                at < 0 ? "" : call.path().substring(at + 1),
                Map.of("Authorization", "Basic " + basic),
                call.body().orElse("")));
    }

    @Override
    public void close() {
        // There is no connection.
    }
}
