package understudy.cli.commands;

import picocli.CommandLine.Command;

/** {@code understudy site}: many clusters as one run, in waves; each member's run is an ordinary run beside it. */
@Command(
        name = "site",
        description = "Patches many clusters in the right order, in waves, as one run.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SiteRunCommand.class,
            SiteResumeCommand.class,
            SiteReportCommand.class,
            SiteWishCommand.Pause.class,
            SiteWishCommand.Abort.class,
            SiteWishCommand.Approve.class,
            SiteWishCommand.Retry.class,
            SiteWishCommand.Skip.class
        })
public final class SiteCommand {}
