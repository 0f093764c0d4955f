package understudy.driver.pacemaker.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import understudy.core.model.Finding;
import understudy.core.model.PatchState;
import understudy.core.model.Version;
import understudy.driver.pacemaker.Tools;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.observe.Observer;
import understudy.driver.pacemaker.packages.FreeSpace;
import understudy.driver.pacemaker.packages.Repair;
import understudy.engine.ports.Order;
import understudy.engine.ports.Outcome;
import understudy.remote.Answer;
import understudy.remote.job.JobState;

/** Fetches and installs exactly the frozen versions, or those before, that a node is below, as long jobs that outlive the connection and us. */
final class PackageWork {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9+.:-]{0,150}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+.:~-]{0,150}");

    /** With less than this (64 MiB) left, an installation that failed without a better word failed for it. */
    private static final long FULL = 64L << 20;

    private final Cluster cluster;

    PackageWork(Cluster cluster) {
        this.cluster = cluster;
    }

    Outcome fetch(Order order, NodeLink link) throws Refusal {
        var node = link.node();
        boolean keeps = !order.targets().before(node).isEmpty();
        if (keeps) {
            new OldPackages(link).mark(order);
        }
        return work(
                order,
                link,
                "job-fetch",
                "Every file is on " + node + " and agrees with its digest"
                        + (keeps ? ", and the way back is kept." : "."));
    }

    /** Installs again what was there before the patch, which repairs what a bad package has left too. */
    Outcome downgrade(Order order, NodeLink link) throws Refusal {
        var outcome = work(
                order,
                link,
                "job-downgrade",
                link.nodeName() + " has the packages again that it had before the patch.");
        var proven = outcome instanceof Outcome.Succeeded ? proven(order, link, outcome) : outcome;
        if (proven instanceof Outcome.Succeeded) {
            // What failed there with the newer packages is no reason any more to keep groups off the node.
            link.run(Tools.forgetFailures(link.nodeName()), Work.call());
        }
        return proven;
    }

    Outcome install(Order order, NodeLink link) throws Refusal {
        var outcome = work(order, link, "job-install", "The packages are installed on " + link.nodeName() + ".");
        return outcome instanceof Outcome.Succeeded ? proven(order, link, outcome) : outcome;
    }

    private Outcome work(Order order, NodeLink link, String script, String success) throws Refusal {
        var until = cluster.clock().instant().plus(order.deadline());
        var work = new Work(link, order, cluster.clock());
        var state = work.run(
                script.equals("job-install")
                        ? List.of("job-packages", script)
                        : List.of("job-old", "job-packages", script),
                arguments(order, link, script),
                until);
        var node = link.node();
        return switch (state) {
            case JobState.Ended ended ->
                ended.succeeded() ? new Outcome.Succeeded(success) : failed(order, link, work.said());
            case JobState.Refused(String reason) ->
                new Outcome.Failed(Finding.error(
                        "PACKAGES-REFUSED",
                        node.value(),
                        "On " + node + " the job was not started: " + reason + ".",
                        ""));
            case JobState.UnknownEnd unknown ->
                new Outcome.Unknown(Finding.error(
                        "PACKAGES-BROKEN-OFF",
                        node.value(),
                        "On " + node + " the package manager was broken off"
                                + (unknown.nodeRestarted() ? " by a restart of the node." : "."),
                        new Repair(node.value()).general()));
            case JobState.Unseen(Answer.NotSent(String reason)) ->
                throw new Refusal("PACEMAKER-NO-ANSWER", node.value(), reason, "Nothing was begun on " + node + ".");
            case JobState.Running _, JobState.Unseen _, JobState.Absent _ ->
                new Outcome.Unknown(Finding.error(
                        "PACKAGES-UNFINISHED",
                        node.value(),
                        "On " + node + " the package manager has not ended after "
                                + order.deadline().toSeconds() + " s.",
                        "The job goes on; the run finds it again when it is resumed."));
        };
    }

    /** The package manager's exit code is its word; what the database says is the proof. */
    private static Outcome proven(Order order, NodeLink link, Outcome outcome) {
        var node = link.node();
        return switch (state(order, link)) {
            case PatchState.Broken(String reason, String remedy) ->
                new Outcome.Failed(Finding.error("PACKAGES-INCONSISTENT", node.value(), reason, remedy));
            case PatchState.Behind(var changes) ->
                new Outcome.Failed(Finding.error(
                        "PACKAGES-NOT-REACHED",
                        node.value(),
                        "On " + node + " the package manager says that it is done, and "
                                + changes.getFirst().component()
                                + " is "
                                + (changes.getFirst().from().isEmpty()
                                        ? "not installed"
                                        : "still " + changes.getFirst().from())
                                + ".",
                        "Look at apt-cache policy " + changes.getFirst().component() + " there."));
            case PatchState.Patched(), PatchState.NotVersioned(), PatchState.Unknown _ -> outcome;
        };
    }

    private static List<String> arguments(Order order, NodeLink link, String script) throws Refusal {
        var targets = arguments(order.targets().of(link.node()));
        if (script.equals("job-install")) {
            return targets;
        }
        List<String> arguments =
                new ArrayList<>(List.of(OldPackages.folder(order.action().run())));
        arguments.addAll(arguments(order.targets().before(link.node())));
        arguments.add("--");
        if (!order.targets().isTakenBack(link.node())) {
            arguments.addAll(targets);
        }
        return arguments;
    }

    private static List<String> arguments(List<Version> targets) throws Refusal {
        for (Version target : targets) {
            if (!NAME.matcher(target.component()).matches()
                    || !(target.version().isEmpty()
                            || VERSION.matcher(target.version()).matches())) {
                throw new Refusal(
                        "PACKAGES-BAD-TARGET",
                        target.component(),
                        "The target " + target.component() + " = " + target.version()
                                + " has not the form of a Debian package and version.",
                        "Correct the patch.");
            }
        }
        return targets.stream()
                .map(target -> target.component() + "=" + target.version())
                .toList();
    }

    private static PatchState state(Order order, NodeLink link) {
        return Observer.report(link)
                .map(one -> one.against(order.targets()))
                .orElse(new PatchState.Unknown(link.node() + " did not answer."));
    }

    /** What the package manager said tells the cause, or else the disk does; what its database says tells the remedy. */
    private static Outcome failed(Order order, NodeLink link, String said) {
        var node = link.node();
        var known = AptFailure.recognise(said);
        var full = known.isVague() ? full(link) : Optional.<FreeSpace>empty();
        if (full.isPresent()) {
            return new Outcome.Failed(Finding.error(
                    AptFailure.DISK_FULL.code(),
                    node.value(),
                    "On " + node + " there is no space: " + full.get().mount() + " has "
                            + full.get().mib() + " MiB left. The package manager said: " + known.quoted(said) + ".",
                    AptFailure.DISK_FULL.remedy(node)));
        }
        var remedy = known.isBreak() && state(order, link) instanceof PatchState.Broken broken
                ? broken.remedy()
                : known.remedy(node);
        return new Outcome.Failed(Finding.error(
                known.code(),
                node.value(),
                "On " + node + " " + known.sentence() + " The package manager said: " + known.quoted(said) + ".",
                remedy));
    }

    private static Optional<FreeSpace> full(NodeLink link) {
        return link.run(Tools.freeSpace(), Work.call()) instanceof Answer.Finished finished
                ? FreeSpace.of(finished.output()).stream()
                        .filter(each -> each.isBelow(FULL))
                        .findFirst()
                : Optional.empty();
    }
}
