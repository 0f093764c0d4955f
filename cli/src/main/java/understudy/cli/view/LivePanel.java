package understudy.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Group;
import understudy.core.model.GroupHealth;
import understudy.core.model.Node;
import understudy.core.planning.Step;
import understudy.core.run.Attempts;
import understudy.core.run.State;

/** The lines at the bottom of the live view: the nodes with their groups, the steps under way, what is left, the outage so far. */
final class LivePanel {
    /** The events above keep at least a third of the screen. */
    private static final int SHARE = 3;

    private static final int NAME = 24;

    private final Scene scene;
    private final State state;
    private final List<Tone.Line> below = new ArrayList<>();

    private LivePanel(Scene scene) {
        this.scene = scene;
        this.state = scene.state();
    }

    /** The panel for a screen of that size; no line is wider than it, nor are there more than two thirds of its rows. */
    static List<Tone.Line> lines(Scene scene, Screen.Size size) {
        LivePanel panel = new LivePanel(scene);
        if (scene.state().header().isEmpty()) {
            return List.of();
        }
        panel.steps();
        panel.obstacles();
        panel.outages();
        int room = Math.max(3, size.rows() - size.rows() / SHARE);
        List<Tone.Line> lines = new ArrayList<>();
        lines.add(new Tone.Line("-".repeat(size.columns() - 1), Tone.FAINT));
        lines.add(new Tone.Line(panel.head(), Tone.STRONG));
        lines.addAll(panel.nodes(Math.max(1, room - 2 - panel.below.size())));
        lines.addAll(panel.below);
        return lines.stream()
                .limit(room)
                .map(line -> new Tone.Line(cut(Printable.line(line.text()), size.columns() - 1), line.tone()))
                .toList();
    }

    private String head() {
        Duration elapsed = between(state.clock().opened(), scene.now());
        int stages = state.walk().plan().map(plan -> plan.stages().size()).orElse(0);
        return state.header().orElseThrow().run() + " on "
                + state.header().orElseThrow().cluster() + ": "
                + Spans.about(elapsed)
                + (stages == 0
                        ? ""
                        : ", about " + Spans.about(rest()) + " left, stage "
                                + Math.min(stages, state.walk().stage() + 1) + " of " + stages
                                + state.walk().rest().stream()
                                        .findFirst()
                                        .map(stage -> ": " + stage.title())
                                        .orElse(""));
    }

    /** The plan's rest, less what the longest of the steps under way has used of its time. */
    private Duration rest() {
        Rest times = Rest.of(state.header().orElseThrow());
        Duration planned = times.expected(state.walk().rest());
        Duration used = state.underWay().stream()
                .map(step -> shorter(since(step), times.expected(step)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return planned.compareTo(used) > 0 ? planned.minus(used) : Duration.ZERO;
    }

    private List<Tone.Line> nodes(int room) {
        List<Tone.Line> lines = new ArrayList<>();
        scene.cluster().ifPresent(cluster -> {
            List<Node> nodes = cluster.nodes();
            int shown = nodes.size() <= room ? nodes.size() : room - 1;
            nodes.subList(0, shown).forEach(node -> lines.add(node(cluster, node)));
            if (shown < nodes.size()) {
                lines.add(new Tone.Line("  and " + (nodes.size() - shown) + " more nodes", Tone.FAINT));
            }
        });
        return lines;
    }

    private static Tone.Line node(ClusterSnapshot cluster, Node node) {
        String groups =
                cluster.servedBy(node.id()).stream().map(LivePanel::group).collect(Collectors.joining(", "));
        String words = node.membership().name().toLowerCase(java.util.Locale.ROOT)
                + (node.drained() ? ", drained" : "")
                + (node.maintenance() ? ", in maintenance" : "");
        Tone tone = switch (node.membership()) {
            case MEMBER -> node.isAvailable() ? Tone.PLAIN : Tone.MIND;
            case JOINING, LEAVING, LEFT -> Tone.MIND;
            case LOST, UNKNOWN -> Tone.BAD;
        };
        return new Tone.Line("  " + Text.pad(node.id().value(), 12) + " " + Text.pad(words, 18) + " " + groups, tone);
    }

    private static String group(Group group) {
        return group.health() == GroupHealth.ONLINE
                ? group.id().value()
                : group.id() + " (" + group.health().name().toLowerCase(java.util.Locale.ROOT) + ")";
    }

    private void steps() {
        for (Step step : state.underWay()) {
            String said = scene.said().getOrDefault(step.id(), "");
            add(
                    Tone.PLAIN,
                    "> " + Text.pad(step.id().value(), NAME) + " " + Spans.of(since(step)) + " of about "
                            + Spans.about(step.source().expected()) + (said.isEmpty() ? "" : "  " + said));
        }
    }

    private void obstacles() {
        state.wishes().open().ifPresent(asked -> {
            add(Tone.MIND, "? " + asked.text());
            add(
                    Tone.MIND,
                    "  understudy approve " + state.header().orElseThrow().run() + " '" + asked.id() + "'");
        });
        state.blocks()
                .forEach((step, block) -> block.findings().stream()
                        .limit(1)
                        .forEach(finding -> add(Tone.MIND, "! " + step + " waits: " + finding)));
    }

    private void outages() {
        if (scene.outages().isEmpty()) {
            add(Tone.FAINT, "  No outage so far.");
            return;
        }
        boolean lasts = scene.outages().stream().anyMatch(Scene.Outage::lasts);
        add(
                lasts ? Tone.BAD : Tone.PLAIN,
                "  Outage so far: "
                        + scene.outages().stream()
                                .map(outage -> outage.group() + " " + Spans.of(outage.spent())
                                        + (outage.lasts() ? " and lasting" : ""))
                                .collect(Collectors.joining(", ")));
    }

    private void add(Tone tone, String text) {
        below.add(new Tone.Line(text, tone));
    }

    private Duration since(Step step) {
        Attempts tried = Objects.requireNonNull(state.attempts().get(step.id()));
        return between(tried.at(), scene.now());
    }

    private static Duration between(Instant from, Instant to) {
        return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 3) + "...";
    }
}
