package understudy.engine.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import understudy.core.model.RunId;
import understudy.core.run.Hold;
import understudy.core.site.MemberName;
import understudy.core.site.MemberOutage;
import understudy.core.site.MemberResult;

/** The members' own runs, each an ordinary run with a journal of its own; used by many threads at once. */
public interface MemberRuns {
    /**
     * How a member's run has ended, with a sentence.
     *
     * @param unexplained what is odd about a run that is done
     * @param outages all that were measured in it
     */
    record Ended(MemberResult result, String note, Optional<String> unexplained, List<MemberOutage> outages) {
        public Ended {
            outages = List.copyOf(outages);
        }

        /** Nothing of it was begun, or nothing was noticed. */
        public static Ended plainly(MemberResult result, String note) {
            return new Ended(result, note, Optional.empty(), List.of());
        }
    }

    /** The name of the run that carries the member from now on: the last one where that can go on, else a new one. */
    RunId run(MemberName member, Optional<RunId> last);

    /**
     * Opens that run, or goes on with it, and carries it to its end.
     *
     * @param held hears of each hold at which the run waits, when it comes there and again where it goes on there
     */
    Ended carry(MemberName member, RunId run, Consumer<Hold> held) throws Exception;

    /** Lets a member's run that is held there go on, or calls it back; the same request counts once. */
    void answer(MemberName member, RunId run, HoldAnswer answer);

    /** What a held run is told. */
    record HoldAnswer(String request, Hold place, boolean on) {}

    /** Asks a member's run that is under way to end at its next safe place; the same request counts once. */
    void abort(MemberName member, RunId run, String request, String by);
}
