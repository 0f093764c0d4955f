package understudy.cli.view;

import java.util.ArrayList;
import java.util.List;
import understudy.engine.run.ManualPart;

/** A take-over as text: what there is before it, and what came of it. */
public final class TakeOverPage {
    private final TakenOver taken;
    private final List<String> lines = new ArrayList<>();

    private TakeOverPage(TakenOver taken) {
        this.taken = taken;
    }

    /** What a person decides on. */
    public static List<String> before(TakenOver scene) {
        TakeOverPage page = new TakeOverPage(scene);
        page.line("Take run " + scene.run() + " over on cluster " + scene.cluster() + ". " + scene.from());
        scene.before().forEach(page::line);
        page.line(
                scene.jobs().isEmpty()
                        ? "No job lives on a node."
                        : Text.count(scene.jobs().size(), "job") + " still at work, to be waited for:");
        scene.jobs().forEach(job -> page.line("  " + job.action() + " on " + job.node() + " (" + job.name() + ")"));
        page.line(
                "Do it only if the process that carried the run is dead: from now on every node refuses its jobs, but what"
                        + " it changes in the cluster's configuration itself is not refused.");
        return List.copyOf(page.lines);
    }

    /** What came of it. */
    public static List<String> after(TakenOver taken) {
        TakeOverPage page = new TakeOverPage(taken);
        taken.jobs().stream()
                .filter(job -> !job.how().isEmpty())
                .forEach(job -> page.line(job.action() + " on " + job.node() + " " + job.how() + "."));
        taken.left().forEach(page::line);
        page.line(
                taken.free()
                        ? "Run " + taken.run() + " is shut out, and the cluster's lock is free: a new run may begin."
                        : "Run " + taken.run()
                                + " is shut out, and the lock is kept: take it over again to go on waiting.");
        page.marks();
        return List.copyOf(page.lines);
    }

    private void marks() {
        lines.add("");
        if (taken.marks().isEmpty()) {
            line("It has left nothing else on the cluster.");
            return;
        }
        line("It has left behind, to be adopted by a new run (`understudy run ... --adopt " + taken.run()
                + "`), or given back by hand when nothing needs it any more:");
        int number = 0;
        for (ManualPart mark : taken.marks()) {
            number++;
            lines.addAll(ByHandPage.part(number, mark));
        }
    }

    private void line(String text) {
        Text.wrap(lines, text, "  ");
    }
}
