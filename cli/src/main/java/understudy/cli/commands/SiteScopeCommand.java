package understudy.cli.commands;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import understudy.core.site.MemberName;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteState;
import understudy.core.site.Wave;

/** What a person asks of one member, of a wave or of the whole site. */
public abstract class SiteScopeCommand extends SiteWishCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "MEMBER|WAVE",
            description = "The member, or with --wave the wave, that is meant.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--wave", description = "The name is that of a wave.")
    private boolean wave;

    abstract Asked ofMember(MemberName member, RunWishes.Asking asking);

    abstract Asked ofWave(String name, RunWishes.Asking asking);

    abstract Asked ofAll(RunWishes.Asking asking);

    /** Whether the whole site is meant where nobody is named. */
    abstract boolean meansAll();

    @Override
    final Asked asked(SiteState site, RunWishes.Asking asking) {
        if (name.isEmpty()) {
            if (!meansAll() || wave) {
                throw new Ending(ExitCode.BAD_INPUT, "Name a member, or a wave with --wave, or say --all.");
            }
            return ofAll(asking);
        }
        return wave ? ofWave(known(site, name.get()), asking) : ofMember(member(site, name.get()), asking);
    }

    private static String known(SiteState site, String wave) {
        var waves = site.header().orElseThrow().plan().waves().stream()
                .map(Wave::name)
                .toList();
        if (!waves.contains(wave)) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "The site's run has no wave " + wave + ": its waves are " + String.join(", ", waves) + ".");
        }
        return wave;
    }

    private static MemberName member(SiteState site, String name) {
        return site.members().keySet().stream()
                .filter(member -> member.value().equals(name))
                .findFirst()
                .orElseThrow(() -> new Ending(
                        ExitCode.BAD_INPUT,
                        "The site's run has no member " + name + ": `understudy site report` lists them."));
    }

    /** {@code site retry RUN MEMBER}, {@code --wave NAME} or {@code --all}. */
    @Command(
            name = "retry",
            description = "Begins again who failed or was out of reach: a member, those of a wave, or all.",
            mixinStandardHelpOptions = true)
    public static final class Retry extends SiteScopeCommand {
        @Option(names = "--all", description = "All that failed or were out of reach.")
        private boolean all;

        @Override
        boolean meansAll() {
            return all;
        }

        @Override
        Asked ofMember(MemberName member, RunWishes.Asking asking) {
            return new Asked(
                    new SiteEvent.MemberRetryAsked(asking.at(), asking.id(), member, asking.by()),
                    "member " + member + " is tried again, if it has failed or was out of reach.");
        }

        @Override
        Asked ofWave(String name, RunWishes.Asking asking) {
            return new Asked(
                    new SiteEvent.WaveRetryAsked(asking.at(), asking.id(), name, asking.by()),
                    "who of wave " + name + " has failed or was out of reach is tried again.");
        }

        @Override
        Asked ofAll(RunWishes.Asking asking) {
            return new Asked(
                    new SiteEvent.SiteRetryAsked(asking.at(), asking.id(), asking.by()),
                    "everybody who has failed or was out of reach is tried again.");
        }
    }

    /** {@code site skip RUN MEMBER}, {@code --wave NAME} or {@code --all}. */
    @Command(
            name = "skip",
            description = "Leaves out a member, or what of a wave or of the site was not begun yet.",
            mixinStandardHelpOptions = true)
    public static final class Skip extends SiteScopeCommand {
        @Option(names = "--all", description = "Everybody who was not begun yet.")
        private boolean all;

        @Override
        boolean meansAll() {
            return all;
        }

        @Override
        Asked ofMember(MemberName member, RunWishes.Asking asking) {
            return new Asked(
                    new SiteEvent.MemberSkipAsked(asking.at(), asking.id(), member, asking.by()),
                    "member " + member + " is left out, unless it is under way (`site abort` ends that)"
                            + " or done; the run ends incomplete.");
        }

        @Override
        Asked ofWave(String name, RunWishes.Asking asking) {
            return new Asked(
                    new SiteEvent.WaveSkipAsked(asking.at(), asking.id(), name, asking.by()),
                    "what of wave " + name + " was not begun is left out; the run ends incomplete.");
        }

        @Override
        Asked ofAll(RunWishes.Asking asking) {
            return new Asked(
                    new SiteEvent.SiteSkipAsked(asking.at(), asking.id(), asking.by()),
                    "everybody who was not begun is left out; the run ends when those under way have ended.");
        }
    }

    /** {@code site abort RUN}, or of one member or wave. */
    @Command(
            name = "abort",
            description =
                    "Ends a member's or a wave's part, or without a name the site's run for good; who is under way ends at"
                            + " the next safe place.",
            mixinStandardHelpOptions = true)
    public static final class Abort extends SiteScopeCommand {
        @Override
        boolean meansAll() {
            return true;
        }

        @Override
        Asked ofMember(MemberName member, RunWishes.Asking asking) {
            return new Asked(
                    new SiteEvent.MemberAbortAsked(asking.at(), asking.id(), member, asking.by()),
                    "member " + member + " ends at its next safe place and is left out; the others go on.");
        }

        @Override
        Asked ofWave(String name, RunWishes.Asking asking) {
            return new Asked(
                    new SiteEvent.WaveAbortAsked(asking.at(), asking.id(), name, asking.by()),
                    "nobody else of wave " + name + " is begun, and who is under way ends at the next safe place;"
                            + " the other waves go on.");
        }

        @Override
        Asked ofAll(RunWishes.Asking asking) {
            return new Asked(
                    new SiteEvent.SiteAbortAsked(asking.at(), asking.id(), asking.by()),
                    "it ends once the members that are under way have ended at their next safe place.");
        }
    }
}
