package understudy.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.cli.inventory.ClusterEntry.HookEntry;
import understudy.core.model.Finding;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.model.RunId;
import understudy.engine.ports.Hooks.Call;
import understudy.engine.ports.Hooks.Moment;

/** Programs of the site: what they read, what their answer is worth, and that none of them can hang a run. */
class SiteHooksTest {
    private static final Call OUTAGE = new Call(
            Moment.BEFORE_OUTAGE,
            new RunId("night"),
            "office",
            Optional.of(new NodeId("n2")),
            Optional.of(new GroupId("mail")),
            Optional.empty(),
            Instant.parse("2026-11-21T01:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void itReadsTheEventAsOneLineOfJson() throws Exception {
        Path read = folder.resolve("read");

        assertThat(asked("read -r line; printf '%s' \"$line\" >" + read)).isEmpty();
        assertThat(Files.readString(read))
                .isEqualTo("{\"moment\":\"BEFORE_OUTAGE\",\"run\":\"night\",\"cluster\":\"office\",\"node\":\"n2\","
                        + "\"group\":\"mail\",\"at\":\"2026-11-21T01:00:00Z\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "exit 0, ''",
        "echo all is well; exit 0, ''",
        "exec <&-; exit 0, ''",
        "echo first; echo no ticket is open >&2; exit 7, says: no ticket is open",
        "exit 7, ended with exit code 7",
        "kill -KILL $$, ended with exit code 137",
        "head -c 9000000 /dev/zero; exit 1, ended with exit code 1",
    })
    void itsExitCodeIsItsAnswer(String script, String why) {
        List<Finding> no = asked(script);

        assertThat(no).hasSize(why.isEmpty() ? 0 : 1);
        no.forEach(finding ->
                assertThat(finding.sentence()).isEqualTo("The hook ticket, asked before outage of mail, " + why + "."));
    }

    @Test
    void oneThatDoesNotEndIsEndedWithAllThatItHasStarted() throws Exception {
        Path child = folder.resolve("child");
        List<Finding> no = ask(new HookEntry(
                "ticket",
                List.of(Moment.BEFORE_OUTAGE),
                List.of("sh", "-c", "sleep 600 & echo $! >" + child + "; wait"),
                Duration.ofSeconds(1)));

        assertThat(no)
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("did not end within 1 s and was ended"));
        long pid = Long.parseLong(Files.readString(child).strip());
        ProcessHandle.of(pid).ifPresent(left -> left.onExit().join());
    }

    @Test
    void oneThatIsNotThereIsANo() {
        assertThat(ask(new HookEntry(
                        "ticket", List.of(Moment.BEFORE_OUTAGE), List.of("/no/such/program"), Duration.ofSeconds(5))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("could not be started"));
    }

    @Test
    void aTellingThatFailsIsAWarningAndThoseUnderWayAreWaitedForAtTheEnd() {
        HookEntry hook = new HookEntry(
                "chat",
                List.of(Moment.AFTER_OUTAGE),
                List.of("sh", "-c", "echo no such channel; exit 1"),
                Duration.ofSeconds(20));
        try (SiteHooks hooks = new SiteHooks(List.of(hook))) {
            hooks.tell(new Call(
                    Moment.AFTER_OUTAGE,
                    OUTAGE.run(),
                    OUTAGE.cluster(),
                    OUTAGE.node(),
                    OUTAGE.group(),
                    Optional.empty(),
                    OUTAGE.at()));
            assertThat(hooks.failures(true)).singleElement().satisfies(finding -> {
                assertThat(finding.blocks()).isFalse();
                assertThat(finding.sentence())
                        .isEqualTo("The hook chat, told after outage of mail, says: no such channel.");
            });
            assertThat(hooks.failures(true)).isEmpty();
        }
    }

    @Test
    void itIsCalledAtItsMomentsOnly() {
        HookEntry hook =
                new HookEntry("chat", List.of(Moment.AFTER_RUN), List.of("/no/such/program"), Duration.ofSeconds(1));
        assertThat(ask(hook)).isEmpty();
    }

    private static List<Finding> asked(String script) {
        return ask(new HookEntry(
                "ticket", List.of(Moment.BEFORE_OUTAGE), List.of("sh", "-c", script), Duration.ofSeconds(20)));
    }

    private static List<Finding> ask(HookEntry hook) {
        try (SiteHooks hooks = new SiteHooks(List.of(hook))) {
            return hooks.ask(OUTAGE);
        }
    }
}
