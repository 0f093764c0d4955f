package understudy.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.cli.wiring.Demo;
import understudy.cli.wiring.Member;
import understudy.cli.wiring.Platforms;
import understudy.cli.wiring.Preparation;
import understudy.cli.wiring.Rehearsal;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.RunId;
import understudy.core.model.StepId;
import understudy.core.run.Event;
import understudy.core.run.State;
import understudy.driver.simulated.Pace;

class LiveViewTest {
    private static final Pattern OWN_SEQUENCES = Pattern.compile("\u001b\\[(\\d*A|J|[0-9]+m)|\r\n|\r");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"80, 24", "40, 10", "20, 5", "200, 60"})
    void keepsToTheScreenAtEveryMomentOfARun(int columns, int rows) throws Exception {
        Screen.Size size = Screen.Size.of(columns, rows);
        for (Scene scene : demo()) {
            List<Tone.Line> lines = LivePanel.lines(scene, size);
            assertThat(lines).hasSizeLessThan(rows);
            assertThat(lines).allSatisfy(line -> assertThat(line.text()).hasSizeLessThan(columns));
        }
    }

    @Test
    void showsNodesGroupsTheStepAndTheOutage() throws Exception {
        List<Scene> scenes = demo();
        assertThat(scenes)
                .anySatisfy(scene -> assertThat(text(scene))
                        .anySatisfy(line -> assertThat(line).matches("  nodea +member +EXCLUS1.*"))
                        .anySatisfy(line -> assertThat(line).startsWith("> install:nodec"))
                        .contains("  No outage so far."));
        assertThat(text(scenes.getLast())).anySatisfy(line -> assertThat(line).startsWith("  Outage so far: EXCLUS1 "));
    }

    @Test
    void nothingThatSteersATerminalGetsThrough() {
        TestingScreen screen = new TestingScreen();
        try (LiveView view = LiveView.start(screen, true, clocks())) {
            view.recorded(
                    new Event.Warned(
                            NOON, Finding.note("X", "n1", "dpkg said \u001b[2J\u001b]0;owned\u0007\u009b31m.")),
                    State.empty());
        }
        assertThat(screen.text()).contains("dpkg said ?[2J?]0;owned??31m.");
        assertThat(OWN_SEQUENCES.matcher(screen.text()).replaceAll("").chars().filter(Character::isISOControl))
                .isEmpty();
    }

    @Test
    void aTerminalThatIsStoppedDoesNotHoldUpTheRun() {
        TestingScreen screen = new TestingScreen();
        screen.stop();
        try (LiveView view = LiveView.start(screen, false, clocks())) {
            for (int i = 0; i < 5000; i++) {
                view.recorded(new Event.Warned(NOON, Finding.note("X", "n1", "Sentence " + i + ".")), State.empty());
            }
            screen.goOn();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(screen.text()).contains("Sentence 4999.", "are left out"));
        }
    }

    @Test
    void takesTheOldPanelAwayBeforeTheNext() {
        Painter painter = new Painter(false);
        Screen.Size size = Screen.Size.of(80, 24);
        List<Tone.Line> panel = List.of(new Tone.Line("one", Tone.PLAIN), new Tone.Line("two", Tone.PLAIN));
        assertThat(painter.frame(List.of("event"), panel, size)).isEqualTo("event\r\none\r\ntwo");
        assertThat(painter.frame(List.of(), panel, size)).isEqualTo("\r\u001b[1A\u001b[Jone\r\ntwo");
        assertThat(painter.frame(List.of("last"), List.of(), size)).isEqualTo("\r\u001b[1A\u001b[Jlast\r\n");
        assertThat(painter.frame(List.of(), List.of(), size)).isEmpty();
    }

    @Test
    void countsTheLinesThatANarrowerTerminalHasBroken() {
        Painter painter = new Painter(false);
        painter.frame(List.of(), List.of(new Tone.Line("x".repeat(79), Tone.PLAIN)), Screen.Size.of(80, 24));
        assertThat(painter.frame(List.of(), List.of(), Screen.Size.of(40, 24))).isEqualTo("\r\u001b[1A\u001b[J");
    }

    private static LiveView.Clocks clocks() {
        return new LiveView.Clocks(InstantSource.fixed(NOON), ZoneOffset.UTC, List::of);
    }

    private static List<String> text(Scene scene) {
        return LivePanel.lines(scene, Screen.Size.of(120, 40)).stream()
                .map(Tone.Line::text)
                .toList();
    }

    /** Every moment of the demo at which something was recorded. */
    private static List<Scene> demo() throws Exception {
        List<Scene> scenes = new ArrayList<>();
        try (Member member = Platforms.simulated(Demo.scenario(), Pace.unbounded())) {
            Preparation prepared = Preparation.of(Demo.assignment(), member);
            Rehearsal.play(new RunId("demo"), Demo.assignment(), prepared, member, new Watcher(prepared, scenes));
        }
        return scenes;
    }

    private static final class Watcher implements RunView {
        private final List<Scene> scenes;
        private ClusterSnapshot cluster;

        Watcher(Preparation prepared, List<Scene> scenes) {
            this.cluster = prepared.snapshot();
            this.scenes = scenes;
        }

        @Override
        public synchronized void looked(ClusterSnapshot snapshot) {
            cluster = snapshot;
        }

        @Override
        public synchronized void recorded(Event event, State state) {
            List<Scene.Outage> outages = state.books().outageSpent().entrySet().stream()
                    .map(spent -> new Scene.Outage(spent.getKey(), spent.getValue(), false))
                    .toList();
            java.util.Map<StepId, String> said = java.util.Map.of();
            scenes.add(new Scene(state, java.util.Optional.of(cluster), said, outages, event.at()));
        }
    }

    /** A terminal that can be stopped as by Ctrl-S. */
    private static final class TestingScreen implements Screen {
        private final StringBuilder written = new StringBuilder();
        private CountDownLatch open = new CountDownLatch(0);

        @Override
        public Size size() {
            return Size.of(80, 24);
        }

        @Override
        public void write(String text) {
            try {
                if (!open.await(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("Nobody let the terminal go on.");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            synchronized (written) {
                written.append(text);
            }
        }

        @Override
        public void close() {}

        void stop() {
            open = new CountDownLatch(1);
        }

        void goOn() {
            open.countDown();
        }

        String text() {
            synchronized (written) {
                return written.toString();
            }
        }
    }
}
