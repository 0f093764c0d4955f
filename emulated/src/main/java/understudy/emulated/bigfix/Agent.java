package understudy.emulated.bigfix;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.emulated.world.Refused;
import understudy.emulated.world.RestsOn;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** The agent on one node: it hears of actions after a while, carries them out one after the other, and reports after another while. */
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value = "How long an agent takes to hear of an action, by its mailbox and without, and to report.")
@RestsOn(
        mark = RestsOn.Mark.INFERRED,
        value = "An action that a loss of power cuts off is Failed once the agent runs again.")
public final class Agent {
    private static final Duration BY_MAILBOX = Duration.ofSeconds(5);
    private static final Duration BY_GATHERING = Duration.ofSeconds(60);
    private static final Duration TO_REPORT = Duration.ofSeconds(5);
    private static final Duration TO_START = Duration.ofSeconds(30);
    private static final Duration HEARTBEAT = Duration.ofMinutes(15);
    private static final EnumSet<Circumstance> SILENT = EnumSet.of(Circumstance.NOT_REPORTED);

    private final BigFixServer server;
    private final Machine machine;
    private final int id;
    private final Map<Integer, Result> results = new LinkedHashMap<>();
    private final Map<Integer, Circumstance> circumstances = new LinkedHashMap<>();
    private Instant lastReport;
    private Map<String, List<String>> reported;
    private List<Content> relevant;
    private boolean running;

    Agent(BigFixServer server, Machine machine, int id) {
        this.server = server;
        this.machine = machine;
        this.id = id;
        this.lastReport = world().clock().now();
        this.reported = Properties.of(machine);
        this.relevant = server.relevantOn(machine);
    }

    /** It looks around and reports every quarter of an hour, told or not. */
    void beat() {
        later(HEARTBEAT, () -> {
            work();
            beat();
        });
    }

    public int id() {
        return id;
    }

    String name() {
        return machine.node().name();
    }

    Machine machine() {
        return machine;
    }

    Instant lastReport() {
        return lastReport;
    }

    Map<String, List<String>> reported() {
        return reported;
    }

    boolean saidRelevant(Content content) {
        return relevant.contains(content);
    }

    private World world() {
        return machine.world();
    }

    private WindowsNode node() {
        return machine.node();
    }

    /** From now on actions of this Fixlet meet that. */
    public void meets(int fixlet, Circumstance circumstance) {
        synchronized (server) {
            circumstances.put(fixlet, circumstance);
        }
    }

    /** What stood in the way of the Fixlet's actions is gone. */
    public void freed(int fixlet) {
        synchronized (server) {
            circumstances.remove(fixlet);
            later(Duration.ZERO, this::work);
        }
    }

    void told(boolean mailbox) {
        later(mailbox ? BY_MAILBOX : BY_GATHERING, this::work);
    }

    /** What it does of its own: it evaluates everything that it has heard of, and begins what it may. */
    private void work() {
        synchronized (server) {
            if (!world().isPowered(node()) || running) {
                return;
            }
            for (Issued action : server.openFor(id)) {
                if (running) {
                    break;
                }
                if (mayBegin(action)) {
                    consider(action);
                }
            }
            report();
        }
    }

    /** It has not begun; what was not relevant is begun once it is, for as long as the action is open. */
    private boolean mayBegin(Issued action) {
        return !result(action).isBegun() || result(action).status().equals("Not Relevant");
    }

    private Result result(Issued action) {
        return results.getOrDefault(action.id, Result.waiting("Evaluating"));
    }

    private void consider(Issued action) {
        var content = action.content;
        if (content.isEmpty()) {
            results.put(action.id, Result.running(now()).ended("Completed", 0, now()));
            return;
        }
        var met = Optional.ofNullable(circumstances.get(content.get().id()));
        if (met.filter(one -> one.when != Circumstance.When.AFTER).isPresent()) {
            met.filter(one -> !SILENT.contains(one)).ifPresent(one -> results.put(action.id, met(one)));
            return;
        }
        if (!content.get().applies().on(machine)) {
            results.put(action.id, Result.waiting("Not Relevant"));
            return;
        }
        running = true;
        results.put(action.id, Result.running(now()));
        world().clock().start("agent-" + name(), () -> carryOut(action, content.get(), met));
    }

    private Result met(Circumstance circumstance) {
        return circumstance == Circumstance.RUNS_FOR_EVER
                ? Result.running(now())
                : circumstance.when == Circumstance.When.BEFORE || circumstance == Circumstance.NOT_RELEVANT
                        ? Result.waiting(circumstance.text)
                        : Result.running(now())
                                .ended(circumstance.text, circumstance == Circumstance.FAILED ? 1 : 0, now());
    }

    private void carryOut(Issued action, Content content, Optional<Circumstance> met) {
        var process = node().begin("BESClient action " + action.id);
        try {
            var end = new Script(machine, action.parameters).run(content);
            end(action, met.map(Circumstance::text).orElse(end), 0);
        } catch (Refused refused) {
            world().note(node(), "refused: " + refused.sentence());
            end(action, "Failed", 1);
        } catch (InterruptedException powerLost) {
            // The agent finds out when it runs again.
            return;
        } finally {
            node().end(process);
        }
        later(Duration.ZERO, this::work);
    }

    private void end(Issued action, String status, int line) {
        synchronized (server) {
            if (world().isPowered(node())) {
                running = false;
                results.put(action.id, result(action).ended(status, line, now()));
            }
        }
    }

    /** The node has lost its power, or has it again. */
    void power(boolean on) {
        if (on) {
            later(TO_START, this::start);
        }
    }

    private void start() {
        synchronized (server) {
            if (!world().isPowered(node())) {
                return;
            }
            running = false;
            machine.started();
            results.replaceAll((action, result) -> server.content(action)
                    .map(content -> afterStart(content, result))
                    .orElse(result));
            work();
        }
    }

    private Result afterStart(Content content, Result result) {
        if (result.status().startsWith("Pending ") || (result.status().equals("Running") && content.restarts())) {
            return result.ended(Script.judged(content, machine), 0, now());
        }
        return result.status().equals("Running") ? result.ended("Failed", 1, now()) : result;
    }

    private void report() {
        later(TO_REPORT, () -> {
            synchronized (server) {
                boolean silent = circumstances.values().stream().anyMatch(SILENT::contains);
                if (!world().isPowered(node()) || silent) {
                    return;
                }
                lastReport = now();
                reported = Properties.of(machine);
                relevant = server.relevantOn(machine);
                server.take(id, results);
            }
        });
    }

    private Instant now() {
        return world().clock().now();
    }

    private void later(Duration time, Runnable then) {
        world().clock().after(time, then);
    }
}
