package understudy.cli.init;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import understudy.cli.init.Draft.GroupDraft;
import understudy.cli.init.Draft.NodeDraft;
import understudy.cli.init.Draft.Tried;
import understudy.cli.inventory.ClusterEntry.NodeEntry;
import understudy.cli.inventory.ClusterEntry.SshEntry;
import understudy.cli.wiring.PacemakerWiring;
import understudy.cli.wiring.SshWiring;
import understudy.core.model.NodeId;
import understudy.driver.pacemaker.NodeAccess;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.survey.ClusterSurvey;
import understudy.driver.pacemaker.survey.GroupGuess;
import understudy.driver.pacemaker.survey.Survey;
import understudy.driver.pacemaker.survey.Survey.Surveyed;
import understudy.remote.NodeShell;
import understudy.remote.ssh.NewHostKeys;
import understudy.remote.ssh.SshAccess;
import understudy.remote.ssh.SshSettings;

/** Gets to know a cluster through one of its nodes: what it shows, whether the others are reached, whether the guesses hold. */
public final class Introduction implements AutoCloseable {
    private final SshEntry ssh;
    private final Optional<NewHostKeys> newKeys;
    private final Map<String, String> environment;
    private final SshAccess access = new SshAccess();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("init-", 0).factory());

    /**
     * Before anything is connected.
     *
     * @param newKeys where keys that nobody knows are taken on trust, if they are
     */
    public Introduction(SshEntry ssh, Optional<NewHostKeys> newKeys, Map<String, String> environment) {
        this.ssh = ssh;
        this.newKeys = newKeys;
        this.environment = Map.copyOf(environment);
    }

    /** What came of it. */
    public sealed interface Met {
        record Known(Draft draft) implements Met {}

        /** One sentence says why the cluster was not seen. */
        record NotSeen(String reason) implements Met {}
    }

    /** The draft of an inventory for the cluster of this node. */
    public Met meet(Destination host, Optional<String> name) {
        NodeLink first = link(new NodeId(host.host()), host.host());
        return switch (Survey.ask(first)) {
            case Surveyed.NotSeen(String reason) -> new Met.NotSeen(reason);
            case Surveyed.Seen(ClusterSurvey survey) -> new Met.Known(draft(host, name, survey));
        };
    }

    private Draft draft(Destination host, Optional<String> name, ClusterSurvey survey) {
        Map<NodeId, CompletableFuture<Reached>> asked = new LinkedHashMap<>();
        survey.nodes()
                .forEach(place ->
                        asked.put(place.node(), later(() -> reach(place.node(), places(host, survey, place)))));
        Map<NodeId, Reached> reached = new LinkedHashMap<>();
        asked.forEach((node, answer) -> reached.put(node, answer.join()));
        List<CompletableFuture<GroupDraft>> groups = survey.groups().stream()
                .map(guess -> later(() -> group(guess, proving(guess, reached))))
                .toList();
        return new Draft(
                name.or(survey::name).orElse("cluster"),
                host.host(),
                ssh,
                reached.values().stream().map(Reached::draft).toList(),
                survey.remote(),
                groups.stream().map(CompletableFuture::join).toList());
    }

    /** Where a node may answer, the likeliest first: as the user reached the first one, as corosync does, by its name. */
    private static List<String> places(Destination host, ClusterSurvey survey, ClusterSurvey.Place place) {
        if (place.node().equals(survey.asked())) {
            return List.of(host.host());
        }
        String name = place.node().value();
        return Stream.of(
                        host.sibling(survey.asked().value(), name).stream(),
                        place.addresses().stream(),
                        Stream.of(name))
                .flatMap(words -> words)
                .filter(word -> word.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,253}|[0-9A-Fa-f:.]+"))
                .distinct()
                .toList();
    }

    /** A node that was looked for; {@code link} leads to it where it answered. */
    private record Reached(NodeDraft draft, Optional<NodeLink> link) {}

    private Reached reach(NodeId node, List<String> places) {
        List<NodeDraft> missed = new ArrayList<>();
        for (String place : places) {
            NodeLink link = link(node, place);
            Survey.Who who = Survey.who(link);
            if (who.name().filter(node.value()::equals).isPresent()) {
                return new Reached(new NodeDraft(node, place, Optional.empty()), Optional.of(link));
            }
            String why = who.name()
                    .map(other -> "At " + place + " the node " + other + " answers.")
                    .orElse(who.whyNot());
            missed.add(new NodeDraft(node, place, Optional.of(why)));
        }
        // Where somebody showed a host key there is a node; elsewhere perhaps nobody.
        return new Reached(
                missed.stream()
                        .filter(one -> one.trouble().orElse("").contains("host key"))
                        .findFirst()
                        .or(() -> missed.stream().findFirst())
                        .orElse(new NodeDraft(
                                node, "ADDRESS", Optional.of("Corosync does not say by which address it is reached."))),
                Optional.empty());
    }

    private NodeLink link(NodeId node, String address) {
        SshSettings settings = SshWiring.settings(ssh, new NodeEntry(address, OptionalInt.empty()), environment);
        SshSettings trusting = newKeys.map(settings::taking).orElse(settings);
        Supplier<NodeShell> shell = () -> access.shell(node.value(), trusting);
        return new NodeLink(new NodeAccess(node, shell, PacemakerWiring.become(ssh)));
    }

    /** A node that would have to start the group: one that does not serve it, where there is one. */
    private static Optional<NodeLink> proving(GroupGuess guess, Map<NodeId, Reached> reached) {
        List<NodeLink> all =
                reached.values().stream().flatMap(one -> one.link.stream()).toList();
        return all.stream()
                .filter(link -> !guess.serving().contains(link.node()))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static GroupDraft group(GroupGuess guess, Optional<NodeLink> node) {
        return new GroupDraft(
                guess.id(),
                guess.parts(),
                guess.weight(),
                guess.reason(),
                guess.addresses(),
                guess.probes().stream().map(Trials::ask).toList(),
                guess.ready().stream()
                        .map(command -> node.map(link -> Trials.prove(command, link))
                                .orElse(new Tried<>(command, false, "no node was reached to try it on")))
                        .toList(),
                guess.warm().isEmpty()
                        ? List.of()
                        : node.map(link -> Survey.present(link, guess.warm())).orElse(List.of()));
    }

    private <T> CompletableFuture<T> later(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, threads);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        access.close();
    }
}
