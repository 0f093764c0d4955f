package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;

/** How a run that met a fault may end: finished; or not, with one sentence, and with nothing of ours left behind but what it says. */
final class Ending {
    private static final Duration TO_SETTLE = Duration.ofSeconds(90);
    private static final int NOT_FINISHED = 1;
    private static final int WAITS = 4;

    private final Trial trial;
    private final String run;
    private final Program.Ended ended;

    Ending(Trial trial, String run, Program.Ended ended) {
        this.trial = trial;
        this.run = run;
        this.ended = ended;
    }

    boolean isFinished() {
        return ended.code() == 0;
    }

    /** Finished as if nothing had been; or explained in a sentence that names these. */
    void isFinishedOrExplained(String... names) {
        if (isFinished()) {
            assertThat(trial.report(run).result()).isEqualTo("FINISHED");
            new Patched(trial).holdsAfterRepairs();
            return;
        }
        isExplained(names);
    }

    /** Not finished, and one sentence names cause and remedy. */
    void isExplained(String... names) {
        assertThat(ended.code()).as(ended.text()).isIn(NOT_FINISHED, WAITS);
        Report report = trial.report(run);
        assertThat(report.sentence()).contains(names).endsWith(".").hasSizeGreaterThan(40);
        if (report.kept().isEmpty()) {
            assertThat(trial.lab.settles(TO_SETTLE)).as("online and served").isTrue();
            new Patched(trial).leavesNothing();
        } else {
            leavesWhatItSays(report);
        }
    }

    /** What the sentence tells a person to run on this node, as a script that asks nothing back: the last that it says, which knows most. */
    String remedy(String node) {
        var told = Pattern.compile("On " + node + " run: (.*?)\\. Then go on")
                .matcher(trial.report(run).sentence());
        String last = "";
        while (told.find()) {
            last = told.group(1);
        }
        assertThat(last).isNotEmpty();
        return last.replace("apt-get ", "apt-get -qy ");
    }

    /** The drain of a node that is not fit to serve is kept, as is what a patched node had before; each is named with the command by hand. */
    private void leavesWhatItSays(Report report) {
        assertThat(report.kept()).allMatch(what -> what.contains("DRAIN") || what.contains("OLD_PACKAGES"));
        assertThat(trial.nodes.tracesInCluster())
                .allMatch(line -> line.contains("name=\"standby\" value=\"on\"")
                        || line.contains("understudy." + run + ".drain."));
    }
}
