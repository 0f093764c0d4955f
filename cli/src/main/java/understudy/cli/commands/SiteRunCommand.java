package understudy.cli.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import understudy.cli.inventory.Inventory;
import understudy.cli.view.SiteView;
import understudy.cli.view.SiteWaves;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.SiteOffice;
import understudy.core.model.RunId;
import understudy.core.site.SitePlan;
import understudy.core.site.SiteState;
import understudy.engine.journal.StateStore;

/** {@code understudy site run}: patches the members of a site, wave by wave. */
@Command(
        name = "run",
        description = "Patches the site's members, wave by wave; can be killed at any moment and resumed.",
        mixinStandardHelpOptions = true)
public final class SiteRunCommand implements Callable<Integer> {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    @Parameters(index = "0", paramLabel = "INVENTORY", description = "The file that lists clusters and sites.")
    @SuppressWarnings("NullAway.Init")
    private Path inventory;

    @Parameters(index = "1", paramLabel = "SITE", description = "The name of a site in it.")
    @SuppressWarnings("NullAway.Init")
    private String site;

    @Option(
            names = "--patch",
            paramLabel = "FILE",
            description = "What every member gets; without it, all that the nodes' own sources offer.")
    private Optional<Path> patch = Optional.empty();

    @Option(
            names = "--procedure",
            paramLabel = "ID|FILE",
            completionCandidates = ShippedIds.class,
            description = "How every member is patched; by default the patch's, the cluster's or the platform's own.")
    private Optional<String> procedure = Optional.empty();

    @Option(names = "--run", paramLabel = "NAME", description = "The run's name; by default site and time.")
    private Optional<String> name = Optional.empty();

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SiteCarrying carrying;

    @Override
    public Integer call() throws Exception {
        Inventory known = Inventory.read(inventory);
        SitePlan plan = known.site(site).plan();
        if (!carrying.printing.json()) {
            SiteWaves.lines(site, plan).forEach(carrying.printing.out()::println);
            carrying.printing.out().flush();
        }
        if (!carrying.unattended()) {
            Approval.askForSite(carrying.printing.out());
        }
        RunId run = new RunId(name.orElseGet(this::usualName));
        try (StateStore store = carrying.state.open()) {
            return carrying.report(store, run, carried(store, run, known));
        }
    }

    private SiteState carried(StateStore store, RunId run, Inventory known) throws InterruptedException {
        Assignment.Words words = new Assignment.Words(inventory, site, patch, procedure);
        try (SiteView view = carrying.view()) {
            return new SiteOffice(store).open(run, words, known, carrying.manner(view), view);
        }
    }

    private String usualName() {
        String plain = site.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        return plain.substring(0, Math.min(plain.length(), 12)) + "-" + NAME.format(Instant.now());
    }
}
