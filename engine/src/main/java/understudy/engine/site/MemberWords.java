package understudy.engine.site;

import java.util.HashSet;
import java.util.Set;
import understudy.core.model.RunId;
import understudy.core.site.MemberHold;
import understudy.core.site.MemberName;
import understudy.core.site.MemberState;
import understudy.core.site.MemberState.Standing;
import understudy.core.site.SiteState;

/**
 * What members' runs are told: to end, to go on where they are held, to come back. Each word is derived from the state and said once by this
 * process; a run counts it once, however many processes have said it.
 */
final class MemberWords {
    private final MemberRuns runs;
    private final Set<String> said = new HashSet<>();

    MemberWords(MemberRuns runs) {
        this.runs = runs;
    }

    void tell(SiteState state) {
        state.members().forEach((name, known) -> {
            if (known.standing() == Standing.UNDER_WAY) {
                tell(name, known);
            }
        });
    }

    private void tell(MemberName name, MemberState known) {
        RunId run = known.run().orElseThrow();
        known.abortedBy().ifPresent(by -> {
            String request = "abort/" + run;
            if (said.add(request)) {
                runs.abort(name, run, request, by);
            }
        });
        known.hold().filter(hold -> hold.answer() != MemberHold.Answer.NONE).ifPresent(hold -> {
            String request = hold.place().question() + "/" + run + "/" + hold.since();
            if (said.add(request)) {
                runs.answer(
                        name,
                        run,
                        new MemberRuns.HoldAnswer(request, hold.place(), hold.answer() == MemberHold.Answer.LET_ON));
            }
        });
    }
}
