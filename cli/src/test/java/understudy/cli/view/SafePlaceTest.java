package understudy.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import understudy.cli.report.TestingJournal;
import understudy.core.procedure.Verb;
import understudy.core.run.RunMachine;
import understudy.core.run.RunResult;

class SafePlaceTest {
    private final TestingJournal journal = TestingJournal.saying("words");

    private String told(int secondsLater) {
        return SafePlace.of(RunMachine.replay(journal.events()), journal.now().plusSeconds(secondsLater));
    }

    @Test
    void theStepUnderWayIsNamedWithWhatIsLeftOfItsExpectedTime() {
        journal.planned(journal.step(new Verb.Install(), "install", "n2")).began("install:n2");

        assertThat(told(3)).matches("when install:n2 has ended, in about [67] s");
        assertThat(told(60)).isEqualTo("when install:n2 has ended, any moment now");
    }

    @Test
    void betweenTwoStepsItIsAtOnce() {
        journal.planned(journal.step(new Verb.Install(), "install", "n2"));

        assertThat(told(0)).isEqualTo("at once, before its next step");
    }

    @Test
    void aRunThatHasEndedHearsItWhenItIsResumed() {
        journal.ended(RunResult.STOPPED);

        assertThat(told(0)).isEqualTo("at once: it has ended, and this counts when it is resumed");
    }
}
