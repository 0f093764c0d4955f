package understudy.cli.commands;

import picocli.CommandLine.Command;

/** {@code understudy site}: many clusters as one run, in waves; each member's run is an ordinary run beside it. */
@Command(
        name = "site",
        description = "Patches many clusters in the right order, in waves, as one run.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SitePlanCommand.class,
            SiteRunCommand.class,
            SiteResumeCommand.class,
            SiteReportCommand.class,
            SiteEventsCommand.class,
            SiteWishCommand.Pause.class,
            SiteScopeCommand.Abort.class,
            SiteWishCommand.Approve.class,
            SiteScopeCommand.Retry.class,
            SiteScopeCommand.Skip.class
        })
public final class SiteCommand {}
