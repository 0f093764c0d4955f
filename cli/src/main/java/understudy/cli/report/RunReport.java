package understudy.cli.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.planning.Plan;
import understudy.core.run.Event;
import understudy.core.run.RunResult;

/**
 * What a run was, as its events tell it: how it ended, what the users noticed, what each step took, who decided what.
 *
 * @param result empty while it is under way
 * @param planned the outages of the first plan
 * @param unwatched when no process of ours watched the service, because the one that carried the run was killed
 * @param steps each attempt at each step, in the order in which they began
 * @param kept what was not given back, with the command that does it by hand
 * @param latest when the last event was recorded
 * @param plans the first plan and every changed one
 * @param changes all that was changed and had to be given back
 * @param wishes what people asked for without being asked
 */
public record RunReport(
        String run,
        String cluster,
        String procedure,
        String patch,
        Instant began,
        Optional<Instant> ended,
        Optional<RunResult> result,
        String sentence,
        List<Plan.PlannedOutage> planned,
        List<MeasuredOutage> measured,
        List<Sitting> unwatched,
        List<StepTaken> steps,
        List<Kept> kept,
        Instant latest,
        Timeline timeline,
        List<Adopted> plans,
        List<Changed> changes,
        List<Noted> findings,
        List<Asked> questions,
        List<Wish> wishes,
        List<NodeVersions> versions) {

    /**
     * Tells the story of the events, which begin with {@link Event.RunOpened}.
     *
     * @throws IllegalArgumentException if they do not
     */
    public static RunReport of(List<Event> events) {
        return Story.of(events);
    }
}
