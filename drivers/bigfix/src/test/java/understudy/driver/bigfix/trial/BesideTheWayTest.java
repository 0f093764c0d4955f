package understudy.driver.bigfix.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import understudy.core.model.Finding;
import understudy.core.model.Policy;
import understudy.core.run.RunResult;
import understudy.driver.bigfix.trial.TrialWire.Cut;
import understudy.emulated.bigfix.Circumstance;
import understudy.emulated.world.Power;

/** Words of BigFix that are not what they seem, where they are not about the patch: moves, pauses, restarts, expiry. */
@Timeout(60)
class BesideTheWayTest {
    private static final int MOVE_MAILBOX_SERVER = 121;
    private static final int MOVE_GROUPS = 114;
    private static final int PAUSE = 116;
    private static final int RESTART_IF_PENDING = 160;

    private static Trial trial(String kind, String procedure) {
        var trialCase = new TrialCase("", kind, "2008", procedure, "Patches for Windows", "806701");
        return new Trial(trialCase, Policy.standard().draft().retries(0).build());
    }

    private static Trial exchange() {
        return trial("exchange", "exchange-2007/rolling");
    }

    /** G13. */
    @Test
    void aMoveThatSaysFixedAndHasNotMovedIsNotBelieved() throws Exception {
        try (var trial = exchange()) {
            trial.server.agent("NODEA").meets(MOVE_MAILBOX_SERVER, Circumstance.FIXED_AND_NOTHING_DONE);
            var ending = trial.open();
            assertThat(ending.result()).isNotEqualTo(RunResult.FINISHED);
            assertThat(sentences(trial))
                    .contains(
                            "BigFix says \"Fixed\" of move EXCLUS1 (Server Automation/121) on NODEA: it is no longer relevant."
                                    + " But EXCLUS1 is still on NODEA.");
            assertThat(trial.count("NODEA: install")).isZero();
            assertThat(trial.outages()).isZero();
            trial.server.agent("NODEA").freed(MOVE_MAILBOX_SERVER);
            assertThat(trial.resume().result()).isEqualTo(RunResult.FINISHED);
            assertThat(AfterAll.faults(trial)).isEmpty();
        }
    }

    @Test
    void aMoveThatSaysFailedAndHasMovedIsTakenAsItIs() throws Exception {
        try (var trial = exchange()) {
            trial.server.agent("NODEA").meets(MOVE_MAILBOX_SERVER, Circumstance.FAILED_AND_DONE);
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(AfterAll.faults(trial)).isEmpty();
        }
    }

    /** The files' node owns nothing any more when its turn to be drained comes. */
    @Test
    void notRelevantIsRightForMovingGroupsOffAnEmptyNode() throws Exception {
        try (var trial = trial("files", "windows-cluster/rolling")) {
            assertThat(trial.toTheEnd(Duration.ZERO).result()).isEqualTo(RunResult.FINISHED);
            assertThat(trial.issued).contains("move groups Server Automation/114 on NODEA");
            assertThat(trial.world.journal().stream().filter(line -> line.startsWith("NODEA: move")))
                    .as("both groups went over in the handover, and nothing after it")
                    .containsExactly("NODEA: move Cluster Group", "NODEA: move FILES");
        }
    }

    @Test
    void notRelevantIsWrongForMovingGroupsOffANodeThatOwnsSome() throws Exception {
        try (var trial = exchange()) {
            trial.server.agent("NODEB").meets(MOVE_GROUPS, Circumstance.NOT_RELEVANT);
            assertThat(trial.open().result()).isEqualTo(RunResult.FAILED);
            assertThat(sentences(trial))
                    .containsExactly(
                            "BigFix says \"Not Relevant\" of move groups (Server Automation/114) on NODEB: the agent finds"
                                    + " nothing to do for it. But NODEB still owns Cluster Group.");
            assertThat(trial.world.isPaused(trial.world.node("NODEB").orElseThrow()))
                    .isFalse();
        }
    }

    @Test
    void aPauseThatSaysCompletedAndIsNoneStopsTheRunBeforeAnythingElse() throws Exception {
        try (var trial = exchange()) {
            trial.server.agent("NODEB").meets(PAUSE, Circumstance.COMPLETED_AND_NOTHING_DONE);
            assertThat(trial.open().result()).isEqualTo(RunResult.FAILED);
            assertThat(sentences(trial).getFirst()).endsWith("But NODEB is not paused.");
            assertThat(trial.count("install")).isZero();
        }
    }

    @Test
    void aRestartThatSaysCompletedAndWasNoneIsNotBelieved() throws Exception {
        try (var trial = exchange()) {
            trial.server.agent("NODEB").meets(RESTART_IF_PENDING, Circumstance.COMPLETED_AND_NOTHING_DONE);
            assertThat(trial.open().result()).isNotEqualTo(RunResult.FINISHED);
            assertThat(sentences(trial).getFirst())
                    .startsWith("NODEB has not come back into the cluster from its restart in time.");
            assertThat(trial.world.isPaused(trial.world.node("NODEB").orElseThrow()))
                    .as("it keeps its drain until it has restarted")
                    .isTrue();
        }
    }

    /** Dead for three hours: the action has expired meanwhile, and shows Not Relevant for what had not begun. */
    @Test
    void notRelevantOfAnExpiredActionIsNoResult() throws Exception {
        int posted;
        try (var trial = exchange()) {
            trial.toTheEnd(Duration.ZERO);
            var told = trial.wire.calls.stream().map(call -> call.told()).toList();
            posted = told.stream()
                    .filter(text -> text.contains(" move groups "))
                    .map(told::indexOf)
                    .findFirst()
                    .orElseThrow();
        }
        try (var trial = exchange()) {
            trial.wire.begin(Optional.of(new Cut(posted - inputsOf(trial), true, true)));
            trial.server.agent("NODEB").meets(MOVE_GROUPS, Circumstance.EVALUATING);
            trial.server.watchActions(title -> {
                if (title.contains(" move groups ")) {
                    trial.clock.after(
                            Duration.ofHours(2),
                            () -> trial.server.agent("NODEB").freed(MOVE_GROUPS));
                }
            });
            assertThat(trial.toTheEnd(Duration.ofHours(3)).result()).isEqualTo(RunResult.FINISHED);
            assertThat(sentences(trial))
                    .contains(
                            "The action of move groups (Server Automation/114) on NODEB is Expired, so that its status,"
                                    + " \"Not Relevant\", is no result.");
            assertThat(trial.count("install KB958644")).isEqualTo(2);
            assertThat(trial.outages()).isEqualTo(1);
        }
    }

    /** What the trial asked before the run was opened. */
    private static int inputsOf(Trial trial) {
        return trial.wire.calls.size();
    }

    @Test
    void aLockedNodeIsPatchedOnceItIsUnlockedAndTheRunIsResumed() throws Exception {
        try (var trial = exchange()) {
            trial.server.agent("NODEB").meets(806_701, Circumstance.LOCKED);
            assertThat(trial.open().result()).isEqualTo(RunResult.FAILED);
            trial.server.agent("NODEB").freed(806_701);
            trial.clock.pass(Duration.ofHours(1));
            assertThat(trial.count("NODEB: install"))
                    .as("the action was stopped, so that it is not begun when the lock goes")
                    .isZero();
            assertThat(trial.resume().result()).isEqualTo(RunResult.FINISHED);
            assertThat(trial.count("NODEB: install KB958644")).isEqualTo(1);
            assertThat(trial.outages()).isEqualTo(1);
        }
    }

    @Test
    void powerThatIsCutWhileAnAgentInstallsIsSeenAndNothingIsLeftPaused() throws Exception {
        try (var trial = exchange()) {
            trial.world.when("NODEB: install", () -> {
                var node = trial.world.node("NODEB").orElseThrow();
                trial.clock.after(Duration.ofMinutes(1), () -> new Power(trial.world).restart(node));
            });
            var ending = trial.toTheEnd(Duration.ZERO);
            assertThat(ending.result()).as(ending.sentence() + trial.failures()).isEqualTo(RunResult.FINISHED);
            assertThat(sentences(trial).getFirst()).contains("BigFix says \"Failed\" of patch");
            assertThat(trial.count("NODEB: install")).isEqualTo(2);
            assertThat(trial.world.nodes()).noneMatch(trial.world::isPaused);
        }
    }

    private static List<String> sentences(Trial trial) {
        return trial.failures().stream().map(Finding::sentence).toList();
    }
}
