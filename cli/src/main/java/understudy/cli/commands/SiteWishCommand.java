package understudy.cli.commands;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import understudy.cli.wiring.SiteRows;
import understudy.core.site.MemberName;
import understudy.core.site.SiteEvent;
import understudy.engine.journal.StateStore;

/** What a person asks of a site's run that may be in another process: it is put into the run's inbox and counts once. */
public abstract class SiteWishCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private KeptRun run;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    abstract SiteEvent.Wish wish(Instant at, String id, String by);

    abstract String sentence();

    @Override
    public Integer call() {
        try (StateStore store = run.open()) {
            SiteCarrying.office(store, run.id());
            String id = "site-" + command.name() + "/" + UUID.randomUUID();
            SiteEvent.Wish wish = wish(Instant.now(), id, Person.name());
            new SiteRows(store, run.id()).post(wish);
            String said = "Site run " + run.id() + ": " + sentence();
            printing.print(
                    RunWishes.Requested.class,
                    new RunWishes.Requested(run.id().value(), command.name(), id, wish.by(), wish.at(), said),
                    List.of(said));
        }
        return ExitCode.DONE.code();
    }

    /** {@code site pause RUN}. */
    @Command(
            name = "pause",
            description = "Nobody else is begun, until `site resume`.",
            mixinStandardHelpOptions = true)
    public static final class Pause extends SiteWishCommand {
        @Override
        SiteEvent.Wish wish(Instant at, String id, String by) {
            return new SiteEvent.SitePauseAsked(at, id, by);
        }

        @Override
        String sentence() {
            return "nobody else is begun; members that are under way go on (`understudy pause` for one of them).";
        }
    }

    /** {@code site abort RUN}. */
    @Command(
            name = "abort",
            description = "Ends the site's run for good; members under way end at their next safe place.",
            mixinStandardHelpOptions = true)
    public static final class Abort extends SiteWishCommand {
        @Override
        SiteEvent.Wish wish(Instant at, String id, String by) {
            return new SiteEvent.SiteAbortAsked(at, id, by);
        }

        @Override
        String sentence() {
            return "it ends once the members that are under way have ended at their next safe place.";
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
        SiteEvent.Wish wish(Instant at, String id, String by) {
            return new SiteEvent.SiteAnswered(at, id, question, !no, by);
        }

        @Override
        String sentence() {
            return "question " + question + " is answered " + (no ? "no." : "yes.");
        }
    }

    /** {@code site retry RUN MEMBER}. */
    @Command(
            name = "retry",
            description = "Begins a member again that failed or was out of reach.",
            mixinStandardHelpOptions = true)
    public static final class Retry extends SiteWishCommand {
        @Parameters(index = "1", paramLabel = "MEMBER")
        @SuppressWarnings("NullAway.Init")
        private String member;

        @Override
        SiteEvent.Wish wish(Instant at, String id, String by) {
            return new SiteEvent.MemberRetryAsked(at, id, new MemberName(member), by);
        }

        @Override
        String sentence() {
            return "member " + member + " is tried again.";
        }
    }

    /** {@code site skip RUN MEMBER} or {@code --wave NAME}. */
    @Command(
            name = "skip",
            description = "Leaves out a member, or what of a wave was not begun yet.",
            mixinStandardHelpOptions = true)
    public static final class Skip extends SiteWishCommand {
        @Parameters(index = "1", paramLabel = "MEMBER|WAVE")
        @SuppressWarnings("NullAway.Init")
        private String name;

        @Option(names = "--wave", description = "The name is that of a wave.")
        private boolean wave;

        @Override
        SiteEvent.Wish wish(Instant at, String id, String by) {
            return wave
                    ? new SiteEvent.WaveSkipAsked(at, id, name, by)
                    : new SiteEvent.MemberSkipAsked(at, id, new MemberName(name), by);
        }

        @Override
        String sentence() {
            return (wave ? "what of wave " + name + " was not begun" : "member " + name)
                    + " is left out; the run ends incomplete.";
        }
    }
}
