package understudy.driver.pacemaker.survey;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.node.Blocks;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.Script;
import understudy.driver.pacemaker.observe.ClusterLook;
import understudy.driver.pacemaker.observe.ClusterLook.Judged;
import understudy.driver.pacemaker.observe.MonNode;
import understudy.remote.Answer;

/** Asks a node for all that an inventory needs. Changes nothing. What it answers is bounded and not trusted. */
public final class Survey {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final int MOST_NODES = 64;
    private static final int MOST_GROUPS = 500;

    private Survey() {}

    /** What came of asking. */
    public sealed interface Surveyed {
        record Seen(ClusterSurvey survey) implements Surveyed {}

        /** One sentence says why not. */
        record NotSeen(String reason) implements Surveyed {}
    }

    /** The cluster as this node shows it. */
    public static Surveyed ask(NodeLink link) {
        var script = Script.of(List.of("cluster", "survey"), List.of());
        return switch (link.run(script, DEADLINE)) {
            case Answer.Finished finished -> read(link.nodeName(), script.blocks(finished.output()));
            case Answer.Unanswered unanswered -> new Surveyed.NotSeen(unanswered.reason());
        };
    }

    /**
     * Who answers.
     *
     * @param name the node's name in the cluster; empty where nobody says one
     * @param whyNot then one sentence
     */
    public record Who(Optional<String> name, String whyNot) {}

    /** Which node of a cluster answers there. */
    public static Who who(NodeLink link) {
        var script = Script.of(List.of("who"), List.of());
        return switch (link.run(script, SHORT)) {
            case Answer.Finished finished -> {
                var name = script.blocks(finished.output()).good("name").map(String::strip);
                yield new Who(name, name.isPresent() ? "" : noName(link.nodeName()));
            }
            case Answer.Unanswered unanswered -> new Who(Optional.empty(), unanswered.reason());
        };
    }

    private static String noName(String asked) {
        return "On " + asked + " crm_node does not say which node of a cluster it is: is Pacemaker running there?";
    }

    /** Those of the paths and programs that are there; none where the node does not answer. */
    public static List<String> present(NodeLink link, List<String> paths) {
        var script = Script.of(List.of("have"), paths);
        return link.run(script, SHORT) instanceof Answer.Finished finished
                ? script.blocks(finished.output())
                        .good("present")
                        .orElse("")
                        .lines()
                        .filter(paths::contains)
                        .toList()
                : List.of();
    }

    static Surveyed read(String asked, Blocks blocks) {
        var name = blocks.good("name").map(String::strip);
        if (name.isEmpty()) {
            return new Surveyed.NotSeen(noName(asked));
        }
        return switch (ClusterLook.judge(name.get(), blocks)) {
            case Judged.NotBelieved(String reason) -> new Surveyed.NotSeen(reason);
            case Judged.Believed(ClusterLook look) -> read(asked, look, blocks);
        };
    }

    private static Surveyed read(String asked, ClusterLook look, Blocks blocks) {
        var list = new NodeList(blocks.good("nodelist").orElse(""));
        var full = look.mon().nodes().stream().filter(MonNode::isFullNode).toList();
        if (full.size() > MOST_NODES || look.mon().resources().size() > MOST_GROUPS) {
            return new Surveyed.NotSeen(asked + " shows " + full.size() + " nodes and "
                    + look.mon().resources().size() + " groups, more than the " + MOST_NODES + " and " + MOST_GROUPS
                    + " that are read.");
        }
        try {
            return new Surveyed.Seen(new ClusterSurvey(
                    Optional.ofNullable(look.cib().properties().get("cluster-name"))
                            .filter(text -> text.matches("[A-Za-z][A-Za-z0-9._-]{0,39}")),
                    new NodeId(look.asked()),
                    full.stream()
                            .map(node -> new ClusterSurvey.Place(
                                    new NodeId(node.name()), list.addresses(node.name(), node.id())))
                            .toList(),
                    look.mon().nodes().stream()
                            .filter(node -> !node.isFullNode())
                            .map(MonNode::name)
                            .limit(MOST_NODES)
                            .toList(),
                    new GroupGuesses(look, Knowledge.shipped()).all()));
        } catch (IllegalArgumentException oddName) {
            return new Surveyed.NotSeen(
                    "What " + asked + " shows cannot be taken into an inventory: " + oddName.getMessage());
        }
    }
}
