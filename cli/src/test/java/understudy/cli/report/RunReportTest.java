package understudy.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static understudy.cli.report.TestingJournal.TEN;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.cli.report.Timeline.What;
import understudy.cli.view.ReportPage;
import understudy.cli.wiring.Demo;
import understudy.cli.wiring.Member;
import understudy.cli.wiring.Platforms;
import understudy.cli.wiring.Preparation;
import understudy.cli.wiring.Rehearsal;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.core.planning.Condition;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;
import understudy.core.run.Event;
import understudy.core.run.RunResult;
import understudy.documents.json.RecordCodec;
import understudy.driver.simulated.Pace;
import understudy.engine.ports.RunListener;

class RunReportTest {
    private static final NodeId N1 = new NodeId("n1");
    private static final NodeId N2 = new NodeId("n2");

    @Test
    void theDemosMailboxServerIsFollowedFromItsFirstOwnerToItsLast() throws Exception {
        RunReport report = demo();
        assertThat(stays(report, "EXCLUS1")).containsExactly(List.of("nodea"), List.of("nodeb"));
        assertThat(report.timeline().sittings()).hasSize(1);
    }

    @Test
    void theDemosOutageIsLaidToTheStepThatThePlanSaysInterrupts() throws Exception {
        RunReport report = demo();
        assertThat(report.measured()).singleElement().satisfies(outage -> {
            assertThat(outage.step()).contains("stop:EXCLUS1>nodeb");
            assertThat(outage.expected())
                    .isEqualTo(Optional.of(report.planned().getFirst().expected()));
        });
    }

    @Test
    void eachNodeOfTheDemoIsDrainedPatchedRestartedAndVerifiedOnce() throws Exception {
        RunReport report = demo();
        assertThat(report.timeline().nodes())
                .extracting(row -> row.node().value())
                .containsExactly("nodea", "nodeb", "nodec");
        assertThat(report.timeline().nodes())
                .allSatisfy(row -> assertThat(row.spans())
                        .extracting(Timeline.Span::what)
                        .containsOnlyOnce(What.DRAINED, What.INSTALLING, What.RESTARTING, What.VERIFYING));
        assertThat(report.changes())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.returned()).isPresent());
        assertThat(report.versions())
                .allSatisfy(node -> assertThat(node.reached()).isPresent());
    }

    @Test
    void itsJsonReadsBackAsItIs() throws Exception {
        RecordCodec codec = new RecordCodec();
        RunReport report = demo();
        assertThat(codec.read(RunReport.class, codec.write(RunReport.class, report)))
                .isEqualTo(report);
    }

    @Test
    void expectedIsWhatEarlierRunsHaveShownAndElseWhatTheProcedureSays() {
        TestingJournal journal = TestingJournal.saying("words");
        RunReport report = RunReport.of(journal.planned(
                        journal.step(new Verb.Install(), "install", "n2"),
                        journal.step(new Verb.Verify(), "verify", "n2"))
                .began("install:n2")
                .succeeded("install:n2")
                .began("verify:n2")
                .events());
        assertThat(report.steps())
                .extracting(StepTaken::step, StepTaken::outcome, StepTaken::expected)
                .containsExactly(
                        tuple("install:n2", Outcome.SUCCEEDED, Optional.of(Duration.ofSeconds(30))),
                        tuple("verify:n2", Outcome.UNDER_WAY, Optional.of(Duration.ofSeconds(10))));
    }

    @Test
    void anOutageIsLaidToTheHandoverAndNotToTheInstallationBesideIt() {
        TestingJournal journal = TestingJournal.saying("words");
        journal.planned(journal.step(new Verb.Install(), "install", "n3"), journal.handover("n1", "n2"))
                .began("install:n3")
                .after(Duration.ofSeconds(60))
                .began("move:mail>n2")
                .after(Duration.ofSeconds(5))
                .succeeded("move:mail>n2");
        // The last good answer was given before the step began.
        journal.out(TEN.plusSeconds(60), TEN.plusSeconds(66));
        assertThat(RunReport.of(journal.events()).measured())
                .extracting(MeasuredOutage::step, MeasuredOutage::expected)
                .containsExactly(tuple(Optional.of("move:mail>n2"), Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void anOutageWithoutAStepIsLaidToNone() {
        TestingJournal journal = TestingJournal.saying("words");
        journal.planned(journal.step(new Verb.Install(), "install", "n3"))
                .began("install:n3")
                .succeeded("install:n3")
                .out(TEN.plusSeconds(30), TEN.plusSeconds(40));
        assertThat(RunReport.of(journal.events()).measured())
                .extracting(MeasuredOutage::step, MeasuredOutage::expected)
                .containsExactly(tuple(Optional.empty(), Optional.empty()));
    }

    @Test
    void whereAGroupWentThatNoStepMovedIsNotGuessed() {
        TestingJournal journal = TestingJournal.saying("words");
        Step drain = journal.step(new Verb.Drain(), "drain", "n1", new Condition.NodeVacated(N1, false));
        journal.planned(drain).began("drain:n1").succeeded("drain:n1");
        assertThat(stays(RunReport.of(journal.events()), "mail")).containsExactly(List.of("n1"), List.of());
        journal.planned(journal.handover("n3", "n2"));
        assertThat(stays(RunReport.of(journal.events()), "mail"))
                .containsExactly(List.of("n1"), List.of(), List.of("n3"));
    }

    @Test
    void theTimeBetweenAnEndAndAResumptionBelongsToNoSitting() {
        TestingJournal journal = TestingJournal.saying("words");
        journal.ended(RunResult.STOPPED).after(Duration.ofHours(9)).planned();
        assertThat(RunReport.of(journal.events()).timeline().sittings())
                .containsExactly(
                        new Sitting(TEN, TEN),
                        new Sitting(
                                TEN.plusSeconds(1).plus(Duration.ofHours(9)),
                                TEN.plusSeconds(1).plus(Duration.ofHours(9))));
    }

    @Test
    void theTimeInWhichAKilledRunWasNotCarriedWasNotWatched() {
        TestingJournal journal = TestingJournal.saying("words");
        RunReport report = RunReport.of(
                journal.after(Duration.ofMinutes(3)).resumedByANewProcess().events());
        assertThat(report.unwatched()).containsExactly(new Sitting(TEN, TEN.plus(Duration.ofMinutes(3))));
        assertThat(ReportPage.lines(report))
                .anyMatch(line -> line.contains("Not watched from 2026-01-03 22:00:00Z to 2026-01-03 22:03:00Z"));
    }

    @Test
    void aRunThatEndedOrLivesHasNoSuchTime() {
        TestingJournal ended = TestingJournal.saying("words");
        ended.ended(RunResult.STOPPED).after(Duration.ofHours(9)).resumedByANewProcess();
        TestingJournal alive = TestingJournal.saying("words");
        alive.pauseAsked().after(Duration.ofHours(9)).resumeAsked();
        assertThat(RunReport.of(ended.events()).unwatched()).isEmpty();
        assertThat(RunReport.of(alive.events()).unwatched()).isEmpty();
    }

    @Test
    void whatEarlierRunsTookIsTheMedianOfTheStepsThatDidSomething() {
        Experience experience = Experience.of(List.of(installing(10), installing(12), installing(40), installing(0)));
        assertThat(experience.runs()).isEqualTo(4);
        assertThat(experience.expected()).containsExactly(Map.entry("install", Duration.ofSeconds(12)));
        assertThat(Experience.none().expected()).isEmpty();
    }

    @Test
    void aChangeThatIsMadeAgainAfterItWasGivenBackIsASecondChange() {
        TestingJournal journal = TestingJournal.saying("words");
        journal.opened("drain@n2").returned("drain@n2").opened("drain@n2").kept("drain@n2");
        RunReport report = RunReport.of(journal.events());
        assertThat(report.changes())
                .extracting(
                        change -> change.returned().isPresent(),
                        change -> change.keptBecause().isPresent())
                .containsExactly(tuple(true, false), tuple(false, true));
        assertThat(report.kept()).extracting(Kept::what).containsExactly("DRAIN drain@n2");
        assertThat(RunReport.of(journal.returned("drain@n2").events()).kept()).isEmpty();
    }

    @Test
    void aFindingThatIsMadeAgainAndAgainIsToldOnce() {
        TestingJournal journal = TestingJournal.saying("words");
        RunReport report = RunReport.of(journal.blocked().blocked().blocked().events());
        assertThat(report.findings())
                .extracting(noted -> noted.finding().code(), Noted::about, Noted::times, Noted::first, Noted::last)
                .containsExactly(tuple("BLOCKED", "install:n2", 3, TEN, TEN.plusSeconds(2)));
    }

    @Test
    void anAnswerTellsWhoGaveItAndAnOpenQuestionHasNone() {
        TestingJournal journal = TestingJournal.saying("ada");
        RunReport report = RunReport.of(journal.asked("q1")
                .answered("q1", true)
                .asked("q2")
                .pauseAsked()
                .events());
        assertThat(report.questions())
                .extracting(Asked::answer)
                .containsExactly(Optional.of(new Asked.Answer(TEN.plusSeconds(1), true, "ada")), Optional.empty());
        assertThat(report.wishes())
                .extracting(Wish::by, Wish::what)
                .containsExactly(tuple("ada", "a pause at the next safe place"));
    }

    @Test
    void aNodeHasReachedItsVersionsOnceAStepHasProvenIt() {
        TestingJournal journal = TestingJournal.saying("words");
        journal.planned(journal.step(new Verb.Install(), "install", "n2", new Condition.NodePatched(N2)))
                .began("install:n2")
                .failed("install:n2");
        assertThat(RunReport.of(journal.events()).versions())
                .extracting(NodeVersions::reached)
                .containsOnly(Optional.empty());
        journal.succeeded("install:n2");
        assertThat(RunReport.of(journal.events()).versions())
                .extracting(node -> node.reached().isPresent())
                .containsExactly(false, true, false);
    }

    @Test
    void whatDoesNotBeginWithARunIsRefused() {
        assertThatThrownBy(() -> RunReport.of(List.of())).hasMessage("The journal does not begin with a run.");
    }

    private static List<List<String>> stays(RunReport report, String group) {
        return report.timeline().groups().stream()
                .filter(row -> row.group().value().equals(group))
                .flatMap(row -> row.stays().stream())
                .map(stay -> stay.nodes().stream().map(NodeId::value).toList())
                .toList();
    }

    private static RunReport demo() throws Exception {
        try (Member member = Platforms.simulated(Demo.scenario(), Pace.unbounded())) {
            return Rehearsal.play(
                    new RunId("demo"),
                    Demo.assignment(),
                    Preparation.of(Demo.assignment(), member),
                    member,
                    RunListener.none());
        }
    }

    /** The journal of a run whose one installation took so long. */
    private static List<Event> installing(long seconds) {
        TestingJournal journal = TestingJournal.saying("words");
        return journal.planned(journal.step(new Verb.Install(), "install", "n2"))
                .began("install:n2")
                .after(Duration.ofSeconds(seconds - 1))
                .succeeded("install:n2")
                .events();
    }
}
