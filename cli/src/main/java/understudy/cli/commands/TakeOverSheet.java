package understudy.cli.commands;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import understudy.cli.view.TakenOver;
import understudy.cli.wiring.TakeOverBook;
import understudy.core.model.Mark;
import understudy.core.model.RunId;
import understudy.engine.ports.ClusterLock;
import understudy.engine.ports.Handbook;
import understudy.engine.ports.NodeJobs.LiveJob;
import understudy.engine.run.ManualPart;
import understudy.engine.run.TakeOver;

/** Puts into words what a take-over finds and what comes of it. */
record TakeOverSheet(RunId run, String cluster, String by, List<TakeOverBook.Line> book, Handbook handbook) {
    TakenOver of(TakeOver.Scene scene, Optional<TakeOver.Taken> taken) {
        return new TakenOver(
                run.value(),
                cluster,
                by,
                from(scene.holder()),
                book.stream().map(TakeOverSheet::before).toList(),
                taken.map(TakeOver.Taken::token),
                taken.filter(TakeOver.Taken::isFree).isPresent(),
                jobs(scene, taken),
                taken.map(TakeOver.Taken::left).orElse(List.of()),
                scene.marks().stream().map(this::mark).toList());
    }

    /** Those that were found alive when the nodes were fenced, else those of the look. */
    private static List<TakenOver.Job> jobs(TakeOver.Scene scene, Optional<TakeOver.Taken> taken) {
        List<TakeOver.EndedJob> ended = taken.map(TakeOver.Taken::ended).orElse(List.of());
        List<LiveJob> over = ended.stream().map(TakeOver.EndedJob::job).toList();
        return Stream.concat(
                        ended.stream().map(job -> job(job.job(), job.how())),
                        scene.jobs().stream().filter(job -> !over.contains(job)).map(job -> job(job, "")))
                .toList();
    }

    private static TakenOver.Job job(LiveJob job, String how) {
        return new TakenOver.Job(job.node().value(), job.name(), job.action(), how);
    }

    private ManualPart mark(Mark mark) {
        return new ManualPart(
                mark.entry(),
                "A change of the kind " + mark.kind()
                        + mark.group().map(group -> " of " + group).orElse("")
                        + mark.node().map(node -> " on " + node).orElse("") + ".",
                Optional.empty(),
                false,
                handbook.giveBack(handbook.entry(mark)));
    }

    private static String from(ClusterLock.Holder holder) {
        return switch (holder) {
            case ClusterLock.Holder.Nobody() -> "Nobody holds the cluster's lock.";
            case ClusterLock.Holder.By by ->
                "The lock is that of run " + by.run() + " of state store " + by.store() + ", until " + by.until() + ".";
            case ClusterLock.Holder.Unknown(String reason) -> "Who holds the lock is not known: " + reason;
        };
    }

    private static String before(TakeOverBook.Line line) {
        return "Taken over before by " + line.by() + " at " + line.at() + ": " + line.outcome();
    }
}
