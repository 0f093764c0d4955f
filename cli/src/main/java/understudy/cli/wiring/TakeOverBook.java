package understudy.cli.wiring;

import java.time.Instant;
import java.util.List;
import understudy.core.model.RunId;
import understudy.documents.json.RecordCodec;
import understudy.engine.journal.Hold;
import understudy.engine.journal.MemberId;
import understudy.engine.journal.StateStore;

/** Who has taken which run over, when and from whom, in the state directory; kept whether or not the run's own journal is there. */
public final class TakeOverBook {
    private static final MemberId PAGE = new MemberId("(take-over)");

    private final StateStore store;
    private final RecordCodec codec = new RecordCodec();

    public TakeOverBook(StateStore store) {
        this.store = store;
    }

    /**
     * One line of the book.
     *
     * @param from who had the lock, in a sentence
     * @param outcome {@code begins} before anything is changed, later what came of it
     */
    public record Line(Instant at, String by, String cluster, String from, List<String> without, String outcome) {
        public Line {
            without = List.copyOf(without);
        }
    }

    /** Makes the run ours, so that no process of this machine carries it meanwhile. */
    public Hold.Holder hold(RunId run) {
        return switch (store.hold(run)) {
            case Hold.Holder holder -> holder;
            case Hold.HeldBy(RunId _, String sentence) -> throw new RunOffice.Held(sentence);
        };
    }

    /** Writes a line, durable when it returns. */
    public void write(Hold.Holder held, Line line) {
        store.append(held.run(), PAGE, List.of(codec.write(Line.class, line)));
    }

    /** What was written of the run, oldest first. */
    public List<Line> read(RunId run) {
        return store.read(run, PAGE).stream()
                .map(row -> codec.read(Line.class, row.payload()))
                .toList();
    }
}
