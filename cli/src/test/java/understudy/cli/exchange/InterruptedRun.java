package understudy.cli.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import understudy.cli.ServiceWatch;
import understudy.cli.wiring.StateJournal;
import understudy.core.model.RunId;
import understudy.engine.journal.StateStore;

/** A run by the real program in a process of its own, interrupted once, and gone on with by whoever reads what the program says, until its end. */
final class InterruptedRun {
    private static final String RUN = "night";
    private static final int PATIENCE = 8;
    private static final long MINUTES = 3;
    private static final Pattern ASKS = Pattern.compile("understudy approve " + RUN + " '([^']+)'");

    private final Interruption interruption;
    private final Emulation cluster;
    private final Faults faults = new Faults();
    private volatile @Nullable Process process;
    private volatile boolean interrupted;
    private volatile boolean outThen;

    private InterruptedRun(Interruption interruption, Emulation cluster) {
        this.interruption = interruption;
        this.cluster = cluster;
    }

    /** What was not as it has to be, meanwhile or at the end; empty where all is well. */
    static List<String> faults(Interruption interruption, Path folder) throws Exception {
        try (var cluster = interruption.procedure().open(folder, interruption.way());
                var watch = ServiceWatch.of(cluster.served())) {
            var run = new InterruptedRun(interruption, cluster);
            cluster.after(interruption.command(), run::commanded);
            try {
                run.toTheEnd();
            } finally {
                run.leavesNothingRunning();
            }
            run.judge(watch.outages());
            cluster.faults().forEach(run.faults::add);
            return run.faults.all();
        }
    }

    private void toTheEnd() throws IOException, InterruptedException {
        int exit = ended(cluster.startRun(RUN));
        for (int attempt = 0; exit != 0 && attempt < PATIENCE; attempt++) {
            goesOn();
            exit = ended(cluster.startOfRun("resume", RUN, "--yes"));
        }
        faults.same("The last exit code, after " + cluster.said(), exit, 0);
    }

    private void leavesNothingRunning() {
        var last = process;
        if (last != null) {
            last.destroyForcibly();
        }
    }

    private int ended(Process started) throws InterruptedException {
        process = started;
        if (!started.waitFor(MINUTES, TimeUnit.MINUTES)) {
            faults.add("A process did not end within " + MINUTES + " minutes.");
            started.destroyForcibly().waitFor();
        }
        return started.exitValue();
    }

    /** The user looks where the run stands, and says yes to what it asks. */
    private void goesOn() {
        var status = cluster.ofRun("status", RUN).output();
        cluster.out().stream()
                .filter(server -> !status.contains(server))
                .forEach(server -> faults.add(server + " is not served, and no sentence says so: " + status));
        var asks = ASKS.matcher(status);
        if (asks.find()) {
            faults.same(
                    "Approving " + asks.group(1),
                    cluster.ofRun("approve", RUN, asks.group(1)).exit(),
                    0);
        }
    }

    private void commanded() {
        if (interruption.appends() == 0) {
            interrupt();
        } else {
            Thread.ofVirtual().start(this::awaitAppends);
        }
    }

    private void awaitAppends() {
        try (var store = StateStore.open(cluster.state())) {
            var journal = StateJournal.of(store, new RunId(RUN), "mail");
            int wanted = journal.replay().size() + interruption.appends();
            while (isUnderWay() && journal.replay().size() < wanted) {
                LockSupport.parkNanos(5_000_000);
            }
            interrupt();
        }
    }

    private void interrupt() {
        outThen = !cluster.out().isEmpty();
        var now = process;
        interrupted = isUnderWay();
        if (!interruption.killed()) {
            cluster.cut();
        } else if (now != null) {
            now.destroyForcibly();
        }
    }

    private boolean isUnderWay() {
        var now = process;
        return now != null && now.isAlive();
    }

    private void judge(int outages) {
        faults.same("It was interrupted", interrupted, true);
        int planned = interruption.procedure().outages();
        List<Integer> expected = interruption.procedure().measured();
        if (!expected.contains(outages) && !(outThen && expected.contains(outages - 1))) {
            faults.add("There were " + outages + " outages instead of " + expected
                    + (outThen ? ", or one more for the interrupted one." : "."));
        }
        String wanted = "Planned: " + (planned == 1 ? "1 outage;" : planned + " outages;");
        var report = cluster.ofRun("report", RUN).output();
        if (!report.contains("FINISHED") || !report.contains(wanted)) {
            faults.add("The report says: " + report);
        }
    }
}
