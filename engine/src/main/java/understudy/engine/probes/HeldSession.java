package understudy.engine.probes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import understudy.core.model.SessionCut;

/**
 * Stays connected as a client does and asks for nothing again and again, so that it is known when those who were connected were cut
 * off. A session that the service itself ends while it takes new ones is replaced and told to nobody.
 */
final class HeldSession implements Runnable {
    private static final int LONGEST_ANSWER = 16 << 10;
    /** A service that hangs up on idle clients at once is not asked twenty times a second. */
    private static final Duration AFTER_A_SHORT_ONE = Duration.ofSeconds(2);

    private final Probe.Network probe;
    private final Dialogue dialogue;
    private final ProbeSettings settings;
    private final MonotonicClock clock;
    private final Consumer<SessionCut> cuts;
    private int asked;
    private long sent;

    HeldSession(
            Probe.Network probe,
            Dialogue dialogue,
            ProbeSettings settings,
            MonotonicClock clock,
            Consumer<SessionCut> cuts) {
        this.probe = probe;
        this.dialogue = dialogue;
        this.settings = settings;
        this.clock = clock;
        this.cuts = cuts;
    }

    /** Until the thread is interrupted. */
    @Override
    public void run() {
        OptionalLong doubtful = OptionalLong.empty();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                asked = 0;
                doubtful = session(doubtful);
                Duration pause = asked == 1 ? AFTER_A_SHORT_ONE : settings.interval();
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * One session from its beginning to its end.
     *
     * @param doubtful the last command of the session before, where the service hung up on it: a cut unless this one comes about
     * @return the same of this session
     */
    private OptionalLong session(OptionalLong doubtful) {
        boolean connected = false;
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(
                    new InetSocketAddress(probe.address(), probe.port()),
                    Math.toIntExact(settings.connect().toMillis()));
            await(socket, dialogue.greeted());
            connected = true;
            hold(socket);
            return OptionalLong.empty();
        } catch (EOFException hungUp) {
            return connected ? OptionalLong.of(sent) : told(doubtful);
        } catch (IOException broken) {
            return told(connected ? OptionalLong.of(sent) : doubtful);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private OptionalLong told(OptionalLong unanswered) {
        if (unanswered.isPresent() && !Thread.currentThread().isInterrupted()) {
            cuts.accept(new SessionCut(probe.name(), clock.at(unanswered.getAsLong())));
        }
        return OptionalLong.empty();
    }

    private void hold(Socket socket) throws IOException, InterruptedException {
        while (asked < dialogue.most()) {
            int number = asked;
            sent = System.nanoTime();
            asked++;
            socket.getOutputStream().write(dialogue.command().apply(number).getBytes(ISO_8859_1));
            await(socket, said -> dialogue.answered().test(said, number));
            TimeUnit.NANOSECONDS.sleep(sent + settings.interval().toNanos() - System.nanoTime());
        }
    }

    /** Reads until the answer is whole, however slowly it drips. */
    private void await(Socket socket, Predicate<String> whole) throws IOException {
        long deadline = System.nanoTime() + settings.answer().toNanos();
        InputStream in = socket.getInputStream();
        StringBuilder said = new StringBuilder();
        byte[] some = new byte[1024];
        while (!whole.test(said.toString())) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new SocketTimeoutException("The answer did not end in time.");
            }
            socket.setSoTimeout(Math.toIntExact(millis));
            int count = in.read(some);
            if (count < 0) {
                throw new EOFException("The service hung up.");
            }
            said.append(new String(some, 0, count, ISO_8859_1));
            if (said.length() > LONGEST_ANSWER) {
                throw new IOException("The answer does not end.");
            }
        }
    }
}
