package understudy.cli.commands;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import understudy.cli.inventory.Inventory;
import understudy.cli.view.SiteWaves;
import understudy.core.site.SitePlan;

/** {@code understudy site plan}: which members come in which wave, and what is to be confirmed before; looks at no cluster. */
@Command(
        name = "plan",
        description = "Shows which members come in which wave, and what is to be confirmed before.",
        mixinStandardHelpOptions = true)
public final class SitePlanCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "INVENTORY", description = "The file that lists clusters and sites.")
    @SuppressWarnings("NullAway.Init")
    private Path inventory;

    @Parameters(index = "1", paramLabel = "SITE", description = "The name of a site in it.")
    @SuppressWarnings("NullAway.Init")
    private String site;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Override
    public Integer call() {
        SitePlan plan = Inventory.read(inventory).site(site).plan();
        printing.print(SitePlan.class, plan, SiteWaves.lines(site, plan));
        return ExitCode.DONE.code();
    }
}
