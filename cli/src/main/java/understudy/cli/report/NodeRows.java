package understudy.cli.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import understudy.cli.report.Timeline.Span;
import understudy.cli.report.Timeline.What;
import understudy.core.model.GroupId;
import understudy.core.model.LedgerEntry;
import understudy.core.model.NodeId;
import understudy.core.planning.Step;
import understudy.core.procedure.Verb;
import understudy.core.run.RunHeader;

/** Draws together what each node did: the groups on it, our drain of it, the steps on it. */
record NodeRows(List<Timeline.GroupRow> groups, List<Changed> changes, List<Attempt> attempts, Instant latest) {

    List<Timeline.NodeRow> of(RunHeader header) {
        TreeSet<NodeId> nodes = new TreeSet<>(header.targets().byNode().keySet());
        header.originalPlacement().values().forEach(nodes::addAll);
        attempts.forEach(attempt -> workedOn(attempt).ifPresent(nodes::add));
        return nodes.stream()
                .map(node -> new Timeline.NodeRow(node, spans(node)))
                .toList();
    }

    private List<Span> spans(NodeId node) {
        List<Span> spans = new ArrayList<>();
        spans.addAll(serving(node));
        changes.stream()
                .filter(change -> change.entry().kind() == LedgerEntry.Kind.DRAIN
                        && change.entry().node().filter(node::equals).isPresent())
                .forEach(drain -> spans.add(
                        new Span(What.DRAINED, drain.at(), drain.returned().orElse(latest), Optional.empty())));
        attempts.stream()
                .filter(attempt -> workedOn(attempt).filter(node::equals).isPresent())
                .forEach(attempt -> spans.add(work(attempt)));
        return List.copyOf(spans);
    }

    /** The time in which any group was on the node, in one piece where one group followed another. */
    private List<Span> serving(NodeId node) {
        List<Timeline.Stay> stays = groups.stream()
                .flatMap(group -> group.stays().stream())
                .filter(stay -> stay.nodes().contains(node))
                .sorted(Comparator.comparing(Timeline.Stay::from))
                .toList();
        List<Span> spans = new ArrayList<>();
        for (Timeline.Stay stay : stays) {
            if (!spans.isEmpty() && !stay.from().isAfter(spans.getLast().until())) {
                Span open = spans.removeLast();
                Instant until = stay.until().isAfter(open.until()) ? stay.until() : open.until();
                spans.add(new Span(What.SERVING, open.from(), until, Optional.empty()));
            } else {
                spans.add(new Span(What.SERVING, stay.from(), stay.until(), Optional.empty()));
            }
        }
        return spans;
    }

    private Span work(Attempt attempt) {
        return new Span(
                attempt.step().map(step -> what(step.verb())).orElse(What.WORKING),
                attempt.began(),
                attempt.until(latest),
                Optional.of(attempt.action().step().value()));
    }

    /** The node of a step that is about a node; what is done to a group is seen in the group's row. */
    private static Optional<NodeId> workedOn(Attempt attempt) {
        Optional<GroupId> group = attempt.step().flatMap(Step::group);
        return group.isPresent() ? Optional.empty() : attempt.step().flatMap(Step::node);
    }

    private static What what(Verb verb) {
        return switch (verb) {
            case Verb.Fetch() -> What.FETCHING;
            case Verb.Install(), Verb.Downgrade() -> What.INSTALLING;
            case Verb.Restart _ -> What.RESTARTING;
            case Verb.Verify() -> What.VERIFYING;
            case Verb.Drain(),
                    Verb.Release(),
                    Verb.Prepare(),
                    Verb.AwaitHost(),
                    Verb.HandOver(),
                    Verb.StopGroup _,
                    Verb.StartGroup _,
                    Verb.UpgradeGroup(),
                    Verb.LeaveCluster _,
                    Verb.RejoinCluster(),
                    Verb.WithdrawHosting(),
                    Verb.GrantHosting(),
                    Verb.HoldService _,
                    Verb.KeepSetting _,
                    Verb.GiveBack _,
                    Verb.Check _,
                    Verb.Confirm _,
                    Verb.SiteCommand _ -> What.WORKING;
        };
    }
}
