package understudy.cli.commands;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import understudy.cli.wiring.SiteRows;
import understudy.core.model.RunId;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteQuestion;
import understudy.core.site.SiteState;
import understudy.engine.journal.StateStore;

/** What a person asks of a site's run as a whole. */
public abstract class SiteWishCommand extends InboxCommand {
    /** What is asked of the site as it stands, and a sentence that says what comes of it. */
    record Asked(SiteEvent.Wish wish, String sentence) {}

    abstract Asked asked(SiteState site, RunWishes.Asking asking);

    @Override
    final String post(StateStore store, RunId run, RunWishes.Asking asking) {
        SiteCarrying.office(store, run);
        SiteRows rows = new SiteRows(store, run);
        Asked asked = asked(rows.state(), asking);
        rows.post(asked.wish());
        return "Site run " + run + ": " + asked.sentence();
    }

    /** {@code site pause RUN}. */
    @Command(
            name = "pause",
            description = "Nobody else is begun, until `site resume`.",
            mixinStandardHelpOptions = true)
    public static final class Pause extends SiteWishCommand {
        @Override
        Asked asked(SiteState site, RunWishes.Asking asking) {
            return new Asked(
                    new SiteEvent.SitePauseAsked(asking.at(), asking.id(), asking.by()),
                    "nobody else is begun; members that are under way go on (`understudy pause` for one of them).");
        }
    }

    /** {@code site approve RUN QUESTION}. */
    @Command(name = "approve", description = "Answers a question of the site's run.", mixinStandardHelpOptions = true)
    public static final class Approve extends SiteWishCommand {
        @Parameters(index = "1", paramLabel = "QUESTION", description = "The id of the question, as the run shows it.")
        @SuppressWarnings("NullAway.Init")
        private String question;

        @Option(names = "--no", description = "The answer is no.")
        private boolean no;

        @Override
        Asked asked(SiteState site, RunWishes.Asking asking) {
            Optional<SiteQuestion> open = site.open();
            if (open.filter(known -> known.id().equals(question)).isEmpty()) {
                throw new Ending(
                        ExitCode.BAD_INPUT,
                        "The site's run does not ask " + question + ": "
                                + open.map(known -> "it asks " + known.id() + ".")
                                        .orElse("it asks nothing now."));
            }
            if (!no && !open.orElseThrow().counts(asking.by())) {
                throw new Ending(
                        ExitCode.REFUSED,
                        "A yes to " + question + " counts only from somebody else than " + asking.by()
                                + ", who started the run.");
            }
            return new Asked(
                    new SiteEvent.SiteAnswered(asking.at(), asking.id(), question, !no, asking.by()),
                    "question " + question + " is answered " + (no ? "no." : "yes."));
        }
    }
}
