package understudy.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.core.planning.Step;
import understudy.core.run.Hold;
import understudy.core.run.Holds;
import understudy.core.run.State;
import understudy.core.site.MemberName;
import understudy.core.site.MemberState;
import understudy.core.site.MemberState.Standing;
import understudy.core.site.SiteHeader;
import understudy.core.site.SiteState;
import understudy.core.site.Wave;

/** The lines at the bottom of a site's live view: how far it is, who is under way at which step, what it asks, the outages. */
final class SitePanel {
    /** The events above keep at least a third of the screen. */
    private static final int SHARE = 3;

    private static final int NAME = 16;

    private final Scene scene;
    private final SiteState state;

    /**
     * All that the panel shows at one moment.
     *
     * @param runs the members' runs as far as this process has heard of them
     * @param outages those that this process has seen measured
     */
    record Scene(SiteState state, Map<MemberName, State> runs, int outages, Duration outage, Instant now) {}

    private SitePanel(Scene scene) {
        this.scene = scene;
        this.state = scene.state();
    }

    /** The panel for a screen of that size; no line is wider than it, nor are there more than two thirds of its rows. */
    static List<Tone.Line> lines(Scene scene, Screen.Size size) {
        return scene.state().header().isEmpty() ? List.of() : new SitePanel(scene).panel(size);
    }

    private List<Tone.Line> panel(Screen.Size size) {
        int room = Math.max(3, size.rows() - size.rows() / SHARE);
        List<Tone.Line> below = below();
        List<Tone.Line> lines = new ArrayList<>();
        lines.add(new Tone.Line("-".repeat(size.columns() - 1), Tone.FAINT));
        lines.add(new Tone.Line(head(), Tone.STRONG));
        lines.addAll(members(Math.max(1, room - 2 - below.size())));
        lines.addAll(below);
        return lines.stream()
                .limit(room)
                .map(line -> new Tone.Line(cut(Printable.line(line.text()), size.columns() - 1), line.tone()))
                .toList();
    }

    private String head() {
        SiteHeader header = state.header().orElseThrow();
        int all = state.members().size();
        long failed = count(Standing.FAILED) + count(Standing.BROKEN_OFF);
        return header.run() + " on " + header.site() + ": " + count(Standing.DONE) + " of " + all + " done"
                + told(failed, " failed") + told(count(Standing.AWAY), " out of reach")
                + told(count(Standing.SKIPPED), " left out")
                + (waves().isEmpty() ? "" : ", wave " + waves())
                + state.pausedBy().map(by -> ", paused by " + by).orElse("");
    }

    private String waves() {
        return state.header().orElseThrow().plan().waves().stream()
                .filter(wave -> wave.members().stream()
                        .anyMatch(member -> state.member(member.name()).standing() == Standing.UNDER_WAY))
                .map(Wave::name)
                .collect(Collectors.joining(", "));
    }

    private List<Tone.Line> members(int room) {
        List<Map.Entry<MemberName, MemberState>> underWay = state.members().entrySet().stream()
                .filter(each -> each.getValue().standing() == Standing.UNDER_WAY)
                .toList();
        int shown = underWay.size() <= room ? underWay.size() : room - 1;
        List<Tone.Line> lines = new ArrayList<>();
        underWay.subList(0, shown).forEach(each -> lines.add(member(each.getKey(), each.getValue())));
        if (shown < underWay.size()) {
            lines.add(new Tone.Line("  and " + (underWay.size() - shown) + " more under way", Tone.FAINT));
        }
        return lines;
    }

    private Tone.Line member(MemberName name, MemberState known) {
        Duration length = Duration.between(known.changed(), scene.now());
        String begin = "  " + Text.pad(name.value(), NAME) + " "
                + Text.pad(Spans.of(length.isNegative() ? Duration.ZERO : length), 12) + " ";
        Optional<State> run = Optional.ofNullable(scene.runs().get(name));
        Optional<Hold> held = run.flatMap(Holds::at);
        if (held.isPresent()) {
            return new Tone.Line(begin + "waits for its pool, " + SiteLine.word(held.get()), Tone.PLAIN);
        }
        return run.flatMap(state -> state.wishes().open())
                .map(asked -> new Tone.Line(
                        begin + "? " + asked.text() + " (understudy approve "
                                + known.run().map(Object::toString).orElse("RUN") + " '" + asked.id() + "')",
                        Tone.MIND))
                .orElseGet(() -> new Tone.Line(begin + run.map(SitePanel::step).orElse("begins"), Tone.PLAIN));
    }

    private static String step(State run) {
        int stages = run.walk().plan().map(plan -> plan.stages().size()).orElse(0);
        String step =
                run.underWay().stream().map(Step::id).map(Object::toString).collect(Collectors.joining(", "));
        return step
                + (stages == 0 ? "" : " (stage " + Math.min(stages, run.walk().stage() + 1) + " of " + stages + ")");
    }

    private List<Tone.Line> below() {
        List<Tone.Line> below = new ArrayList<>();
        state.open().ifPresent(asked -> {
            below.add(new Tone.Line("? " + asked.text(), Tone.MIND));
            below.add(new Tone.Line(
                    "  understudy site approve " + state.header().orElseThrow().run() + " '" + asked.id() + "'",
                    Tone.MIND));
        });
        below.add(new Tone.Line(
                scene.outages() == 0
                        ? "  No outage seen so far."
                        : "  Seen so far: " + SitePage.outages(scene.outages(), scene.outage()) + ".",
                scene.outages() == 0 ? Tone.FAINT : Tone.PLAIN));
        return below;
    }

    private long count(Standing standing) {
        return state.members().values().stream()
                .filter(known -> known.standing() == standing)
                .count();
    }

    private static String told(long number, String what) {
        return number == 0 ? "" : ", " + number + what;
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 3) + "...";
    }
}
