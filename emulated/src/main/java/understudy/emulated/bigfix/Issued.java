package understudy.emulated.bigfix;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.emulated.world.RestsOn;

/** An action that was issued: what it does, for whom, until when, and what its computers have reported of it. Guarded by its server. */
final class Issued {
    final int id;
    final String title;
    /** Empty where it does nothing of its own content: an action that only makes agents report, or that is for no computer. */
    final Optional<Content> content;

    final Target target;
    final Map<String, String> parameters;
    final String source;
    final Instant issued;
    final Optional<Instant> ends;
    final Map<Integer, Result> reported = new LinkedHashMap<>();
    Optional<Instant> stopped = Optional.empty();
    boolean expired;

    /**
     * For whom it is.
     *
     * @param mailbox told by computer id, which reaches an agent's mailbox sooner
     */
    record Target(List<Integer> computers, boolean mailbox) {}

    /** What was posted. */
    record Order(
            String title,
            Optional<Content> content,
            Target target,
            Map<String, String> parameters,
            Optional<Instant> ends,
            String source) {}

    Issued(int id, Order order, Instant issued) {
        this.id = id;
        this.title = order.title();
        this.content = order.content();
        this.target = order.target();
        this.parameters = order.parameters();
        this.source = order.source();
        this.ends = order.ends();
        this.issued = issued;
    }

    boolean isOpen() {
        return stopped.isEmpty() && !expired;
    }

    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The texts Open, Stopped and Expired of an action's state.")
    String state() {
        return stopped.isPresent() ? "Stopped" : expired ? "Expired" : "Open";
    }

    /** Its time is over: whatever has not begun counts as not relevant, and nobody reports any more. */
    void expireAt(Instant now) {
        if (isOpen() && ends.filter(end -> !end.isAfter(now)).isPresent()) {
            expired = true;
            reported.replaceAll((_, result) -> result.isBegun() ? result : Result.waiting("Not Relevant"));
        }
    }
}
