package understudy.emulated.windows.winrm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What goes wrong at a listener on purpose: each fault hits the next request of its action (Create, Command, Receive ...) once. */
public final class WinRmFaults {
    private final Set<String> expired = new HashSet<>();
    private final Map<String, Kind> next = new HashMap<>();

    sealed interface Kind {}

    /** The request is refused with this fault. */
    record Refused(WsmanRefusal refusal) implements Kind {}

    /** The connection ends before the answer; the request is carried out nevertheless. */
    record Cut() implements Kind {}

    /** The answer is something else than SOAP. */
    record Garbled() implements Kind {}

    /** The account has expired: it can no longer log on, and the listener says no more than "401", as Windows does. */
    public synchronized void expire(String account) {
        expired.add(account);
    }

    /** The next request of that action is refused with a number of Windows. */
    public synchronized void refuse(String action, long code, String message) {
        next.put(action, new Refused(WsmanRefusal.of(code, message)));
    }

    /** The next request of that action is carried out, but the connection ends before the answer. */
    public synchronized void cut(String action) {
        next.put(action, new Cut());
    }

    /** The next request of that action gets an answer that is not SOAP. */
    public synchronized void garble(String action) {
        next.put(action, new Garbled());
    }

    synchronized boolean hasExpired(String account) {
        return expired.contains(account);
    }

    synchronized Optional<Kind> takeNext(String action) {
        return Optional.ofNullable(next.remove(action));
    }
}
