package understudy.cli.report.html;

import java.time.Duration;
import java.time.Instant;
import understudy.cli.report.RunReport;
import understudy.cli.report.TestingJournal;
import understudy.core.model.NodeId;
import understudy.core.model.Operation;
import understudy.core.model.SessionCut;
import understudy.core.procedure.Verb;
import understudy.core.run.RunResult;

/** A run in which everything that can happen has happened, and every free text says the same words. */
final class HostileRun {
    private HostileRun() {}

    static RunReport saying(String words) {
        TestingJournal journal = TestingJournal.saying(words);
        journal.planned(journal.step(new Verb.Install(), "install", "n2"), journal.handover("n1", "n2"))
                .opened("drain@n2")
                .blocked()
                .blocked()
                .began("install:n2")
                .after(Duration.ofMinutes(3))
                .failed("install:n2")
                .asked("first")
                .answered("first", true)
                .pauseAsked()
                .began("move:mail>n2")
                .succeeded("move:mail>n2");
        Instant from = journal.now().minusSeconds(3);
        journal.out(from, journal.now())
                .explained(
                        from,
                        new SessionCut(words, from),
                        new Operation(words, words, words, new NodeId("n1"), from, Duration.ofSeconds(1), words));
        return RunReport.of(journal.kept("drain@n2")
                .asked("second")
                .ended(RunResult.STOPPED)
                .events());
    }
}
