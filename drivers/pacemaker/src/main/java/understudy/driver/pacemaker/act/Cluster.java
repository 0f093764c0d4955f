package understudy.driver.pacemaker.act;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import understudy.core.model.Group;
import understudy.core.model.GroupId;
import understudy.core.model.Placement;
import understudy.driver.pacemaker.PacemakerSettings;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.Script;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.driver.pacemaker.observe.ClusterLook.Judged;
import understudy.driver.pacemaker.observe.ClusterTalk;
import understudy.driver.pacemaker.observe.GroupReader;
import understudy.driver.pacemaker.xml.UnreadableXml;
import understudy.remote.Answer;

/** The cluster as the verbs use it: look, simulate a change, make it, wait on a node until something holds. */
final class Cluster {
    private static final Duration CALL = Duration.ofSeconds(30);

    private final PacemakerSettings settings;
    private final ClusterTalk talk;

    Cluster(PacemakerSettings settings, ClusterTalk talk) {
        this.settings = settings;
        this.talk = talk;
    }

    /** What came of a change of the configuration. */
    sealed interface Edited {
        record Done() implements Edited {}

        record Refused(String reason) implements Edited {}

        record Doubtful(String reason) implements Edited {}
    }

    /** What came of waiting. */
    sealed interface Waited {
        /** It holds, as this look shows. */
        record Holds(ClusterLook look) implements Waited {}

        /** It did not hold in time; the last look, if there was one. */
        record TimedOut(Optional<ClusterLook> last, String reason) implements Waited {}
    }

    PacemakerSettings settings() {
        return settings;
    }

    ClusterTalk talk() {
        return talk;
    }

    InstantSource clock() {
        return settings.clock();
    }

    /** A believable look. */
    ClusterLook look() throws Refusal {
        return believed(talk.look());
    }

    /** A believable look that does not come from this node. */
    ClusterLook lookWithout(String node) throws Refusal {
        return believed(talk.lookWithout(List.of(node)));
    }

    /** The groups of a look. */
    List<Group> groups(ClusterLook look) {
        return new GroupReader(look, settings.groups()).groups();
    }

    /** One group of a look. */
    Group group(ClusterLook look, GroupId id) throws Refusal {
        return groups(look).stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "PACEMAKER-NO-SUCH-GROUP",
                        id.value(),
                        "The cluster has no group " + id + ".",
                        "Look at the inventory's groups."));
    }

    /** The weighted groups with one owner that are served now: those have an outage to lose by a move; one that is down has not. */
    List<String> served(ClusterLook look) {
        return groups(look).stream()
                .filter(group -> group.weight() > 0
                        && !(group.placement() instanceof Placement.Spread)
                        && !group.serving().isEmpty())
                .map(group -> group.id().value())
                .toList();
    }

    /** What the cluster would do after this change; with no change, what it is about to do. */
    Simulation simulate(Optional<CibEdit> edit) throws Refusal {
        var script = Script.of(List.of("simulate"), edit.map(CibEdit::arguments).orElse(List.of()));
        List<String> reasons = new ArrayList<>();
        for (NodeLink link : talk.inOrder(List.of())) {
            switch (link.run(script, CALL)) {
                case Answer.Finished finished -> {
                    var simulated = script.blocks(finished.output()).good("simulated");
                    try {
                        if (simulated.isPresent()) {
                            return Simulation.parse(simulated.get());
                        }
                        reasons.add("crm_simulate on " + link.nodeName() + " ended with " + finished.exit() + ".");
                    } catch (UnreadableXml unreadable) {
                        reasons.add(unreadable.sentence());
                    }
                }
                case Answer.Unanswered unanswered -> reasons.add(unanswered.reason());
            }
        }
        throw new Refusal(
                "PACEMAKER-NO-SIMULATION",
                settings.cluster(),
                "What the cluster would do could not be simulated: " + String.join(" ", reasons),
                "Try crm_simulate --live-check --simulate on a node.");
    }

    /**
     * Makes a change, on the node whose view is believed. It is tried on one node only: after a lost answer it may have been
     * made.
     */
    Edited edit(CibEdit edit) {
        var links = talk.inOrder(List.of());
        List<String> reasons = new ArrayList<>();
        for (NodeLink link : links) {
            switch (link.run(edit.arguments(), CALL)) {
                case Answer.Finished finished -> {
                    return finished.succeeded()
                            ? new Edited.Done()
                            : new Edited.Refused("cibadmin on " + link.nodeName() + " ended with " + finished.exit()
                                    + ": " + Sentences.firstLine(finished.error()) + ".");
                }
                case Answer.NotSent(String reason) -> reasons.add(reason);
                case Answer.Lost(String reason) -> {
                    return new Edited.Doubtful(reason);
                }
            }
        }
        return new Edited.Refused(String.join(" ", reasons));
    }

    /** Makes a change that must be made, or says why it is not. */
    void mustEdit(CibEdit edit, String what) throws Refusal {
        switch (edit(edit)) {
            case Edited.Done() -> {}
            case Edited.Refused(String reason) ->
                throw new Refusal(
                        "PACEMAKER-WRITE-REFUSED",
                        settings.cluster(),
                        "The cluster's configuration did not take " + what + ": " + reason,
                        "Look at the cluster with crm_mon -1.");
            case Edited.Doubtful(String reason) ->
                throw new Refusal(
                        "PACEMAKER-WRITE-DOUBTFUL",
                        settings.cluster(),
                        "Nobody knows whether the cluster took " + what + ": " + reason,
                        "Look at the cluster with crm_mon -1; the step can be tried again.",
                        true);
        }
    }

    /** Waits until the condition holds in a believable look; not asking these nodes. */
    Waited await(Predicate<ClusterLook> condition, Instant until, List<String> without) {
        var judged = talk.lookWithout(without);
        Optional<ClusterLook> last = Optional.empty();
        var reason = "";
        while (true) {
            var left = Duration.between(clock().instant(), until);
            switch (judged) {
                case Judged.Believed(ClusterLook look) -> {
                    if (condition.test(look)) {
                        return new Waited.Holds(look);
                    }
                    last = Optional.of(look);
                    reason = "";
                    if (!left.isPositive()) {
                        return new Waited.TimedOut(last, "");
                    }
                    judged = talk.await(ClusterTalk.Since.look(look), left, without);
                }
                case Judged.NotBelieved(String why) -> {
                    reason = why;
                    if (!left.isPositive()) {
                        return new Waited.TimedOut(last, reason);
                    }
                    Pauses.briefly();
                    judged = talk.lookWithout(without);
                }
            }
        }
    }

    private static ClusterLook believed(Judged judged) throws Refusal {
        return switch (judged) {
            case Judged.Believed(ClusterLook look) -> look;
            case Judged.NotBelieved(String reason) ->
                throw new Refusal(
                        "PACEMAKER-NOT-SEEN",
                        "cluster",
                        "No node gave a believable view of the cluster: " + reason,
                        "Look at the nodes with crm_mon -1 and corosync-quorumtool -s.");
        };
    }
}
