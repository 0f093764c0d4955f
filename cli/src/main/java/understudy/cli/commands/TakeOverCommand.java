package understudy.cli.commands;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import understudy.cli.inventory.ClusterEntry;
import understudy.cli.inventory.Inventory;
import understudy.cli.view.Printable;
import understudy.cli.view.TakeOverPage;
import understudy.cli.view.TakenOver;
import understudy.cli.wiring.Assignment;
import understudy.cli.wiring.Member;
import understudy.cli.wiring.Platforms;
import understudy.cli.wiring.RunOffice;
import understudy.cli.wiring.TakeOverBook;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.engine.journal.Hold;
import understudy.engine.journal.StateStore;
import understudy.engine.run.RunRefused;
import understudy.engine.run.TakeOver;

/** {@code understudy take-over}: frees a cluster that a dead run has left locked, perhaps one of another machine. */
@Command(
        name = "take-over",
        description = "Frees a cluster from the lock of a dead run, once none of its jobs lives.",
        mixinStandardHelpOptions = true)
public final class TakeOverCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RUN", converter = RunNames.class)
    @SuppressWarnings("NullAway.Init")
    private RunId run;

    @Parameters(
            index = "1..2",
            arity = "0..2",
            paramLabel = "INVENTORY CLUSTER",
            hideParamSyntax = true,
            description = "The run's cluster, where this state directory does not know the run.")
    private List<String> where = new ArrayList<>();

    @Option(names = "--yes", description = "Nobody is asked: the run is dead for certain.")
    private boolean yes;

    @Option(
            names = "--without",
            paramLabel = "NODE",
            description = "A node that is switched off for certain; not asked.")
    private List<String> without = new ArrayList<>();

    @Option(
            names = "--patience",
            paramLabel = "MINUTES",
            description = "How long the run's jobs are waited for; ${DEFAULT-VALUE} by default.",
            defaultValue = "120")
    private int patience;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private StateOption state;

    @Override
    public Integer call() throws Exception {
        try (StateStore store = state.open()) {
            ClusterEntry cluster = cluster(store);
            TakeOverBook book = new TakeOverBook(store);
            TakeOver.Wish wish = new TakeOver.Wish(
                    run,
                    store.id(),
                    Duration.ofMinutes(patience),
                    without.stream().map(NodeId::new).toList());
            try (Member member = Platforms.open(cluster);
                    Hold.Holder held = book.hold(run)) {
                return takeOver(new Scope(book, held, member, cluster.name()), wish);
            }
        }
    }

    /** What one take-over works with. */
    private record Scope(TakeOverBook book, Hold.Holder held, Member member, String cluster) {}

    private int takeOver(Scope scope, TakeOver.Wish wish) throws RunRefused {
        TakeOver takeOver = new TakeOver(scope.member().driver(), scope.member().time(), this::progress);
        TakeOver.Scene scene = takeOver.look(wish);
        TakenOver found = sheet(scope).of(scene, Optional.empty());
        if (!printing.json()) {
            TakeOverPage.before(found).stream().map(Printable::line).forEach(printing.out()::println);
        }
        if (!yes) {
            Approval.named(printing.out(), run);
        }
        write(scope, found, "begins");
        TakeOver.Taken taken = takeOver.carryOut(wish);
        TakenOver done = sheet(scope).of(scene, Optional.of(taken));
        write(scope, found, taken.isFree() ? "the lock is free" : String.join(" ", taken.left()));
        printing.print(TakenOver.class, done, TakeOverPage.after(done));
        return (taken.isFree() ? ExitCode.DONE : ExitCode.WAITS).code();
    }

    private TakeOverSheet sheet(Scope scope) {
        return new TakeOverSheet(
                run,
                scope.cluster(),
                by(),
                scope.book().read(run),
                scope.member().driver().handbook());
    }

    private void write(Scope scope, TakenOver found, String outcome) {
        scope.book()
                .write(
                        scope.held(),
                        new TakeOverBook.Line(Instant.now(), by(), scope.cluster(), found.from(), without, outcome));
    }

    private void progress(String sentence) {
        if (!printing.json()) {
            printing.out().println(Printable.line(sentence));
            printing.out().flush();
        }
    }

    private ClusterEntry cluster(StateStore store) {
        if (where.size() == 2) {
            return Inventory.read(Path.of(where.getFirst())).cluster(where.getLast());
        }
        if (!where.isEmpty()) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "An inventory alone names no cluster: `understudy take-over " + run + " INVENTORY CLUSTER`.");
        }
        Assignment.Words words = new RunOffice(store)
                .words(run)
                .orElseThrow(() -> new Ending(
                        ExitCode.BAD_INPUT,
                        "This state directory does not know run " + run + ", so its cluster must be named: `understudy"
                                + " take-over " + run + " INVENTORY CLUSTER`."));
        return Inventory.read(words.inventory()).cluster(words.cluster());
    }

    private static String by() {
        return Person.name();
    }
}
