package understudy.emulated.bigfix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** A BigFix server: sites with their content, computers with their agents, the actions that were issued. One lock guards it. */
public final class BigFixServer {
    /** The operator who may sign in. */
    public static final String OPERATOR = "patcher";

    private final World world;
    private final List<Content> contents = new ArrayList<>();
    private final Map<Integer, Agent> agents = new LinkedHashMap<>();
    private final TreeMap<Integer, Issued> actions = new TreeMap<>();
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
    private final SignIn signIn;
    private final Api api;
    private int lastAction = 40;

    private BigFixServer(World world, String password, SignIn.Age age) {
        this.world = world;
        this.signIn = new SignIn(OPERATOR, password, age);
        this.api = new Api(this);
    }

    /** A server with an agent on every node of the world, which know the cluster Fixlets and the patches. */
    public static BigFixServer of(World world, String password) {
        return of(world, password, SignIn.Age.SINCE_9_5_15);
    }

    static BigFixServer of(World world, String password, SignIn.Age age) {
        var server = new BigFixServer(world, password, age);
        var cluster = ClusterContent.all();
        server.contents.addAll(cluster);
        server.contents.addAll(PatchContent.all(cluster));
        for (WindowsNode node : world.nodes()) {
            int id = 1_000_001 + server.agents.size() * 17;
            server.agents.put(id, new Agent(server, new Machine(world, node), id));
        }
        server.agents.values().forEach(Agent::beat);
        world.watchPower((node, on) -> server.agents.values().stream()
                .filter(agent -> agent.name().equals(node.name()))
                .forEach(agent -> agent.power(on)));
        return server;
    }

    /** Adds content to its site. */
    public synchronized void add(Content content) {
        contents.add(content);
    }

    /** The agent of a node. */
    public Agent agent(String node) {
        return agents.values().stream()
                .filter(agent -> agent.name().equalsIgnoreCase(node))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no agent " + node + "."));
    }

    /** Another computer that calls itself as a node does, as one that was installed anew leaves behind. */
    public synchronized void addTwin(String node) {
        int id = 2_000_001 + agents.size();
        agents.put(id, new Agent(this, agent(node).machine(), id));
    }

    /** Every session ends. */
    public synchronized void endSessions() {
        signIn.endSessions();
    }

    /** Tells somebody of the title of every action that is issued. */
    public void watchActions(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    /** The titles of all actions that were issued, in order; those that were deleted are not among them. */
    public synchronized List<String> titles() {
        return actions.values().stream().map(action -> action.title).toList();
    }

    World world() {
        return world;
    }

    Instant now() {
        return world.clock().now();
    }

    /** Answers a request; nothing waits meanwhile. */
    public synchronized Reply answer(Question question) {
        var session = signIn.session(question, now());
        if (session.isEmpty()) {
            return signIn.refusal();
        }
        actions.values().forEach(action -> action.expireAt(now()));
        return api.answer(question).with("SessionToken", session.get());
    }

    List<Content> contents() {
        return List.copyOf(contents);
    }

    Optional<Content> content(Content.Site site, int id) {
        return contents.stream()
                .filter(content -> content.site().name().equals(site.name()) && content.id() == id)
                .filter(content ->
                        site.type().isEmpty() || content.site().type().equals(site.type()))
                .findFirst();
    }

    List<Content> relevantOn(Machine machine) {
        return contents.stream()
                .filter(content -> content.applies().on(machine))
                .toList();
    }

    List<Agent> agents() {
        return List.copyOf(agents.values());
    }

    List<Issued> actions() {
        return List.copyOf(actions.values());
    }

    Optional<Issued> action(int id) {
        return Optional.ofNullable(actions.get(id));
    }

    /** What the action's source content is. */
    Optional<Content> content(int action) {
        return action(action).flatMap(issued -> issued.content);
    }

    synchronized Issued issue(Issued.Order order) {
        var action = new Issued(++lastAction, order, now());
        actions.put(action.id, action);
        order.target().computers().stream()
                .flatMap(id -> Optional.ofNullable(agents.get(id)).stream())
                .forEach(agent -> agent.told(order.target().mailbox()));
        watchers.forEach(watcher -> watcher.accept(action.title));
        return action;
    }

    void delete(int id) {
        actions.remove(id);
    }

    /** The open actions for an agent, the oldest first. */
    List<Issued> openFor(int agent) {
        actions.values().forEach(action -> action.expireAt(now()));
        return actions.values().stream()
                .filter(action -> action.isOpen() && action.target.computers().contains(agent))
                .toList();
    }

    /** An agent reports. What has expired or was stopped before it began is not updated any more. */
    void take(int agent, Map<Integer, Result> results) {
        results.forEach((id, result) -> action(id).ifPresent(action -> {
            action.expireAt(now());
            boolean begun = result.isBegun() && !result.status().equals("Not Relevant");
            if (action.isOpen() || (begun && !action.expired)) {
                action.reported.put(agent, result);
            }
        }));
    }
}
