package understudy.driver.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.ActionId;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.core.model.StepId;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.core.planning.Condition;
import understudy.core.planning.Step;
import understudy.core.procedure.ProcedureStep;
import understudy.core.procedure.Verb;
import understudy.driver.pacemaker.act.ManualSteps;
import understudy.engine.ports.ManualCommand;

/**
 * What a person types on a Pacemaker cluster, kept beside this test and changed only on purpose. To write it anew:
 * {@code ./build -pl drivers/pacemaker -am verify -Dtest=ManualStepsTest -Dsurefire.failIfNoSpecifiedTests=false -Dunderstudy.write=true}.
 */
class ManualStepsTest {
    private static final Path KEPT = Path.of("src/test/resources/understudy/driver/pacemaker/by-hand.txt")
            .toAbsolutePath();
    private static final RunId RUN = new RunId("night");
    private static final NodeId N1 = new NodeId("n1");
    private static final NodeId N2 = new NodeId("n2");
    private static final Condition RESTARTED = new Condition.NodeRestartedIfAsked(N2);
    private static final GroupId MAIL = new GroupId("mail");
    private static final Targets TARGETS = new Targets(Map.of(
            N2,
            List.of(new Version("dovecot-core", "1:2.3.19.1+dfsg1-2.1"), new Version("libssl3", "3.0.17-1~deb12u2"))));

    private final ManualSteps hand = new ManualSteps(Map.of(
            MAIL, new GroupSettings(1, 1, List.of(List.of("doveconf", "-n"), List.of("sh", "-c", "it's")), List.of())));

    @Test
    void everyVerbHasItsCommandsAndTheyAreTheKeptOnes() throws IOException {
        List<String> lines = new ArrayList<>();
        verbs().forEach((name, step) -> print(lines, name, hand.step(step, TARGETS)));
        verbs().forEach((name, step) ->
                print(lines, name + ", under way", hand.underWay(new ActionId(RUN, step.id(), 1), step)));
        entries().forEach(entry -> print(lines, "give back " + entry.id(), hand.giveBack(entry)));
        print(lines, "lock", hand.freeLock(RUN, 7));
        String page = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(KEPT, page);
        }
        assertThat(page).isEqualTo(Files.readString(KEPT));
    }

    @Test
    void aNodeWithoutFrozenVersionsIsNotInstalledOn() {
        assertThat(hand.step(step("install", new Verb.Install(), N1), TARGETS))
                .containsExactly(
                        ManualCommand.instruction("No versions were frozen for n1: nothing is installed there."));
    }

    @Test
    void aNameWithSignsOfTheShellStaysOneWord() {
        GroupId odd = new GroupId("mail;reboot $(x)'s");
        Step stop = new Step(
                new StepId("stop"),
                source("stop", new Verb.StopGroup(Verb.Selector.whole())),
                Optional.empty(),
                Optional.of(odd),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                "test");
        assertThat(hand.step(stop, TARGETS).getFirst().command())
                .contains("crm_resource --resource 'mail;reboot $(x)'\\''s' --meta --set-parameter target-role"
                        + " --parameter-value Stopped");
    }

    private static Map<String, Step> verbs() {
        Map<String, Step> steps = new LinkedHashMap<>();
        List<Verb> verbs = List.of(
                new Verb.Fetch(),
                new Verb.Drain(),
                new Verb.Install(),
                new Verb.Restart(false),
                new Verb.Verify(),
                new Verb.Release(),
                new Verb.Prepare(),
                new Verb.AwaitHost(),
                new Verb.HandOver(),
                new Verb.StopGroup(Verb.Selector.whole()),
                new Verb.StartGroup(Verb.Selector.whole()),
                new Verb.UpgradeGroup(),
                new Verb.LeaveCluster(List.of()),
                new Verb.RejoinCluster(),
                new Verb.WithdrawHosting(),
                new Verb.GrantHosting(),
                new Verb.HoldService("cron", Verb.ServiceState.STOPPED),
                new Verb.KeepSetting("a", "b", true),
                new Verb.GiveBack("hold"),
                new Verb.Check("cluster.healthy", Map.of()),
                new Verb.Confirm("Go on?"),
                new Verb.SiteCommand(List.of("/usr/local/bin/silence", "n2"), List.of("test", "-e", "/run/silent")));
        verbs.forEach(verb ->
                steps.put(verb.getClass().getSimpleName(), step(verb.getClass().getSimpleName(), verb, N2)));
        steps.put("Restart, held out of the cluster", step("Restart", new Verb.Restart(false), N2, RESTARTED));
        return steps;
    }

    private static List<LedgerEntry> entries() {
        return List.of(
                entry("drain.n2", LedgerEntry.Kind.DRAIN, Optional.of(N2), Optional.empty(), "standby=off"),
                entry(
                        "prefer.mail.n1",
                        LedgerEntry.Kind.PREFERENCE,
                        Optional.of(N1),
                        Optional.of(MAIL),
                        "no constraint"),
                entry("withdraw.mail.n2", LedgerEntry.Kind.HOSTING_RIGHT, Optional.of(N2), Optional.of(MAIL), ""),
                entry("stop.mail", LedgerEntry.Kind.SETTING, Optional.empty(), Optional.of(MAIL), "target-role unset"),
                entry(
                        "stop.web",
                        LedgerEntry.Kind.SETTING,
                        Optional.empty(),
                        Optional.of(new GroupId("web")),
                        "target-role=Started"),
                entry(
                        "leave.n2",
                        LedgerEntry.Kind.MEMBERSHIP,
                        Optional.of(N2),
                        Optional.empty(),
                        "corosync.service pacemaker.service"),
                entry("leave.n1", LedgerEntry.Kind.MEMBERSHIP, Optional.of(N1), Optional.empty(), ""));
    }

    private static LedgerEntry entry(
            String id, LedgerEntry.Kind kind, Optional<NodeId> node, Optional<GroupId> group, String before) {
        return new LedgerEntry(id, RUN, kind, node, group, before, "(as the entry says)");
    }

    private static Step step(String id, Verb verb, NodeId node) {
        return step(id, verb, node, RESTARTED, new Condition.NodeIsMember(node));
    }

    private static Step step(String id, Verb verb, NodeId node, Condition... proves) {
        return new Step(
                new StepId(id + ":" + node),
                source(id, verb),
                Optional.of(node),
                Optional.of(MAIL),
                Optional.of(N2),
                Optional.of(N1),
                List.of(),
                List.of(proves),
                List.of(),
                "test");
    }

    private static ProcedureStep source(String id, Verb verb) {
        return new ProcedureStep(
                id,
                verb,
                ProcedureStep.Where.NODE,
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                ProcedureStep.By.DRIVER,
                Optional.empty(),
                ProcedureStep.AfterDoubt.REPEAT,
                ProcedureStep.Outage.NONE);
    }

    private static void print(List<String> lines, String title, List<ManualCommand> commands) {
        assertThat(commands).as(title).isNotEmpty();
        lines.add(title);
        for (ManualCommand command : commands) {
            command.command()
                    .ifPresent(typed ->
                            lines.add("  " + command.node().map(NodeId::value).orElse("any") + "> " + typed));
            if (!command.note().isEmpty()) {
                lines.add("    " + command.note());
            }
        }
    }
}
