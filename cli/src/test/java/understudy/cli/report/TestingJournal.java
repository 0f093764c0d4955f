package understudy.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.ActionId;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.Operation;
import understudy.core.model.Policy;
import understudy.core.model.RunId;
import understudy.core.model.SessionCut;
import understudy.core.model.StepId;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.core.planning.Condition;
import understudy.core.planning.Plan;
import understudy.core.planning.Stage;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.Verb;
import understudy.core.run.Event;
import understudy.core.run.Question;
import understudy.core.run.RunHeader;
import understudy.core.run.RunResult;
import understudy.core.run.StepResult;

/** Writes the journal of a run by hand, a second for each event unless told otherwise; every free text can be chosen. */
public final class TestingJournal {
    public static final Instant TEN = Instant.parse("2026-01-03T22:00:00Z");
    private static final RunId RUN = new RunId("night");
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final String words;
    private Instant now = TEN;
    private int requests;

    /** A run on nodes n1 to n3 with the group mail on n1; {@code words} stands wherever a text is free. */
    public static TestingJournal saying(String words) {
        return new TestingJournal(words);
    }

    private TestingJournal(String words) {
        this.words = words;
        Map<NodeId, List<Version>> targets = new LinkedHashMap<>();
        List.of("n1", "n2", "n3").forEach(node -> targets.put(new NodeId(node), List.of(new Version(words, words))));
        RunHeader header = new RunHeader(
                RunHeader.FORMAT,
                RUN,
                words,
                "inputs",
                words,
                words,
                new Targets(targets),
                Map.of(new GroupId("mail"), List.of(new NodeId("n1"))),
                Map.of("install", Duration.ofSeconds(30)),
                Policy.standard());
        events.add(new Event.RunOpened(now, header));
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    public TestingJournal after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** A plan of these steps, with one planned outage of mail. */
    public TestingJournal planned(Step... planned) {
        for (Step step : planned) {
            steps.put(step.id().value(), step);
        }
        Plan.PlannedOutage outage = new Plan.PlannedOutage(
                new GroupId("mail"), 1, 1, new NodeId("n1"), new NodeId("n2"), Duration.ofSeconds(7), false, words);
        Plan plan = new Plan(
                "c",
                "p",
                "x",
                List.of(new Stage("Stage", List.of(planned), List.of(), words)),
                List.of(outage),
                1,
                List.of(words),
                true,
                List.of(words),
                List.of(finding("PLAN-WARNING")),
                Duration.ofMinutes(2));
        return tick(new Event.PlanAdopted(now, plan, "hash" + events.size(), words));
    }

    public TestingJournal began(String step) {
        return tick(new Event.StepBegan(now, action(step), Optional.empty()));
    }

    public TestingJournal succeeded(String step) {
        return tick(new Event.StepEnded(now, action(step), new StepResult.Succeeded(), words));
    }

    public TestingJournal failed(String step) {
        return tick(new Event.StepEnded(now, action(step), new StepResult.Failed(finding("FAILED")), words));
    }

    public TestingJournal out(Instant from, Instant until) {
        return tick(new Event.OutageMeasured(now, new GroupId("mail"), from, until));
    }

    /** What the cluster did in the outage that began then. */
    public TestingJournal explained(Instant from, SessionCut cut, Operation... operations) {
        return tick(new Event.OutageExplained(
                now, new GroupId("mail"), from, List.of(operations), List.of(cut), Optional.of(words)));
    }

    public TestingJournal opened(String id) {
        return tick(new Event.LedgerOpened(now, entry(id)));
    }

    public TestingJournal returned(String id) {
        return tick(new Event.LedgerReturned(now, entry(id)));
    }

    public TestingJournal kept(String id) {
        return tick(new Event.LedgerKept(now, entry(id), words));
    }

    public TestingJournal asked(String id) {
        return tick(new Event.QuestionAsked(
                now, new Question(id, Question.Kind.GO_NO_GO, words + "?", Optional.of(new StepId("go")))));
    }

    public TestingJournal answered(String id, boolean yes) {
        requests++;
        return tick(new Event.QuestionAnswered(now, "request" + requests, id, yes, words));
    }

    public TestingJournal pauseAsked() {
        requests++;
        return tick(new Event.PauseAsked(now, "request" + requests, words));
    }

    /** A person's wish that a run which lives goes on. */
    public TestingJournal resumeAsked() {
        return tick(new Event.ResumeAsked(now, "resume/6f1c1d5e-0000-4000-8000-000000000000", words));
    }

    /** Another process takes the run up. */
    public TestingJournal resumedByANewProcess() {
        return tick(new Event.ResumeAsked(now, "resume/" + now, words));
    }

    public TestingJournal blocked() {
        return tick(new Event.GuardsBlocked(now, new StepId("install:n2"), List.of(finding("BLOCKED"))));
    }

    public TestingJournal ended(RunResult result) {
        return tick(new Event.RunEnded(now, result, words));
    }

    public Instant now() {
        return now;
    }

    /** A step about a node. */
    public Step step(Verb verb, String id, String node, Condition... proves) {
        return new Step(
                new StepId(id + ":" + node),
                source(verb, id),
                Optional.of(new NodeId(node)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(proves),
                List.of(),
                words);
    }

    /** The handover of mail, which interrupts it. */
    public Step handover(String from, String to) {
        GroupId mail = new GroupId("mail");
        return new Step(
                new StepId("move:mail>" + to),
                source(new Verb.HandOver(), "move"),
                Optional.of(new NodeId(from)),
                Optional.of(mail),
                Optional.of(new NodeId(from)),
                Optional.of(new NodeId(to)),
                List.of(new Condition.GroupOwnedBy(mail, new NodeId(from))),
                List.of(new Condition.GroupOwnedBy(mail, new NodeId(to))),
                List.of(new Step.Interruption(mail, Duration.ofSeconds(7))),
                words);
    }

    private static ProcedureStep source(Verb verb, String id) {
        return new ProcedureStep(
                id,
                verb,
                ProcedureStep.Where.NODE,
                Duration.ofHours(1),
                Duration.ofSeconds(10),
                ProcedureStep.By.DRIVER,
                Optional.empty(),
                ProcedureStep.AfterDoubt.REPEAT,
                ProcedureStep.Outage.NONE);
    }

    private LedgerEntry entry(String id) {
        return new LedgerEntry(
                id, RUN, LedgerEntry.Kind.DRAIN, Optional.of(new NodeId("n2")), Optional.empty(), words, words);
    }

    private Finding finding(String code) {
        return Finding.warning(code, words, words, words);
    }

    private static ActionId action(String step) {
        return new ActionId(RUN, new StepId(step), 1);
    }

    private TestingJournal tick(Event event) {
        events.add(event);
        now = now.plusSeconds(1);
        return this;
    }
}
