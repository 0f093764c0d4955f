package understudy.engine.site;

import java.util.Optional;
import understudy.core.model.RunId;
import understudy.core.site.MemberName;
import understudy.core.site.MemberResult;

/** The members' own runs, each an ordinary run with a journal of its own; used by many threads at once. */
public interface MemberRuns {
    /** How a member's run has ended, with a sentence. */
    record Ended(MemberResult result, String note) {}

    /** The name of the run that carries the member from now on: the last one where that can go on, else a new one. */
    RunId run(MemberName member, Optional<RunId> last);

    /** Opens that run, or goes on with it, and carries it to its end. */
    Ended carry(MemberName member, RunId run) throws Exception;

    /** Asks a run that is under way to end at its next safe place. */
    void abort(RunId run, String request, String by);
}
