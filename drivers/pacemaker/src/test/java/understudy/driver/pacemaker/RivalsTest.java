package understudy.driver.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.LedgerEntry;
import understudy.core.model.Mark;
import understudy.core.model.NodeId;
import understudy.core.model.Patch;
import understudy.core.model.RunId;
import understudy.core.model.Targets;
import understudy.core.procedure.Verb;
import understudy.driver.pacemaker.Orders.About;
import understudy.driver.pacemaker.observe.Recorded;
import understudy.engine.ports.Observation;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.Answer;

/** What would patch a node by itself is stopped for the run, and is afterwards exactly what it was. */
class RivalsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");

    private final MemoryLedger ledger = new MemoryLedger();
    private String units = """
            apt-daily.timer\tenabled\tactive
            apt-daily-upgrade.timer\tenabled\tinactive
            dnf-automatic.timer\t\tinactive
            packagekit.service\tstatic\tactive
            puppet.service\tdisabled\tinactive
            reboot.target\tenabled\tactive
            """;
    private String mark = "";
    private final TestingShell n1 = new TestingShell("n1", this::answer);

    @Test
    void whatRunsOrWouldStartIsHeldOffAndGivenBackAsItWas() {
        Outcome held = hold();

        assertThat(held)
                .isEqualTo(new Outcome.Succeeded(
                        "Held off on n1: apt-daily.timer, apt-daily-upgrade.timer, packagekit.service."));
        assertThat(n1.commands())
                .containsSubsequence(
                        Tools.disableNow("apt-daily.timer"),
                        Tools.disableNow("apt-daily-upgrade.timer"),
                        Tools.stopUnit("packagekit.service"))
                .noneMatch(command -> command.contains("reboot.target") || command.contains("puppet.service"));
        LedgerEntry entry = ledger.open().getFirst();
        assertThat(entry.kind()).isEqualTo(LedgerEntry.Kind.RIVALS);
        assertThat(entry.byHand())
                .startsWith("systemctl enable --quiet apt-daily.timer && systemctl start apt-daily.timer")
                .endsWith("rm -f -- /var/lib/understudy/ledger/night-1.rivals.n1.json");

        try (var driver = driver()) {
            assertThat(driver.giveBack(entry)).isInstanceOf(Outcome.Succeeded.class);
        }
        assertThat(n1.commands())
                .endsWith(
                        Tools.enableUnit("apt-daily.timer"),
                        Tools.startUnit("apt-daily.timer"),
                        Tools.enableUnit("apt-daily-upgrade.timer"),
                        Tools.startUnit("packagekit.service"),
                        Tools.removeFile("/var/lib/understudy/ledger/night-1.rivals.n1.json"));
    }

    @Test
    void whatWasHeldBeforeAKillIsNotTakenForWhatThereWas() {
        hold();
        units = units.replace("enabled\tactive", "disabled\tinactive");

        hold();

        assertThat(ledger.open())
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.before())
                                .isEqualTo(
                                        "apt-daily.timer=enabled+active apt-daily-upgrade.timer=enabled packagekit.service=+active"));
    }

    @Test
    void anHeirGivesBackWhatTheMarkOfTheDeadRunSays() {
        mark = "{\"format\":\"1\",\"entry\":\"rivals.n1\",\"run\":\"dead\",\"kind\":\"RIVALS\",\"node\":\"n1\","
                + "\"before\":\"puppet.service=enabled+active\",\"byHand\":\"\"}";
        var dead = new Mark(
                "rivals.n1",
                new RunId("dead"),
                LedgerEntry.Kind.RIVALS,
                Optional.of(new NodeId("n1")),
                Optional.empty());
        try (var driver = driver()) {
            assertThat(driver.adopt(dead, new RunId("heir"))).isInstanceOf(Outcome.Succeeded.class);
            assertThat(n1.commands())
                    .contains(Tools.removeFile("/var/lib/understudy/ledger/dead.rivals.n1.json"))
                    .anyMatch(command -> command.contains("/var/lib/understudy/ledger/heir.rivals.n1.json"));

            var ours = driver.handbook()
                    .entry(new Mark(dead.entry(), new RunId("heir"), dead.kind(), dead.node(), dead.group()));
            assertThat(driver.giveBack(ours)).isInstanceOf(Outcome.Succeeded.class);
        }
        assertThat(n1.commands())
                .endsWith(
                        Tools.enableUnit("puppet.service"),
                        Tools.startUnit("puppet.service"),
                        Tools.removeFile("/var/lib/understudy/ledger/heir.rivals.n1.json"));
    }

    @Test
    void aNodeWithoutRivalsHasAnEntryThatSaysSo() {
        units = "";

        assertThat(hold()).isEqualTo(new Outcome.Succeeded("Nothing else would change packages on n1."));
        assertThat(ledger.open()).hasSize(1);
    }

    private Outcome hold() {
        try (var driver = driver()) {
            Order order = Orders.order(
                    "night-1",
                    new Verb.HoldRivals(),
                    About.node("n1"),
                    Targets.none(),
                    Orders.everything(Patch.RestartRule.NEVER),
                    ((Observation.Seen) driver.observe(Targets.none())).snapshot(),
                    ledger,
                    _ -> {});
            return driver.perform(order);
        }
    }

    private PacemakerDriver driver() {
        return PacemakerDriver.open(new PacemakerSettings(
                "lab",
                List.of(NodeAccess.asRoot(new NodeId("n1"), () -> n1)),
                Map.of(),
                List.of("puppet.service"),
                () -> NOW));
    }

    private Answer answer(TestingShell.Asked asked) {
        if (asked.arguments().getFirst().equals("cat")) {
            return TestingShell.finished(mark.isEmpty() ? 1 : 0, mark);
        }
        if (asked.isScript() && asked.holds("block rivals")) {
            return TestingShell.finished(0, asked.block("rivals", 0, units));
        }
        if (asked.isScript() && asked.holds("crm_mon")) {
            return Recorded.cluster(asked);
        }
        return TestingShell.finished(0, "");
    }
}
