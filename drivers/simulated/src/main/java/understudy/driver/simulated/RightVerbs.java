package understudy.driver.simulated;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.LedgerEntry;
import understudy.core.procedure.Verb;
import understudy.driver.simulated.scenario.Latency;
import understudy.engine.ports.Order;

/** Hosting rights, services and settings: what is kept for a while and then given back. */
final class RightVerbs {
    private final World world;
    private final Hosts hosts;
    private final Marks marks;
    private final GivingBack givingBack;

    RightVerbs(World world, Hosts hosts, Marks marks, GivingBack givingBack) {
        this.world = world;
        this.hosts = hosts;
        this.marks = marks;
        this.givingBack = givingBack;
    }

    void withdraw(Order order, Job job) {
        SimulatedNode node = subject(order);
        SimulatedGroup group = world.group(order.step().group().orElseThrow());
        if (!group.withdrawn.contains(node.id) && world.rules.keepsOwnerWhenStopped() && hosts.isOn(group, node)) {
            job.fail(
                    "RIGHT-OF-THE-OWNER",
                    node.id.value(),
                    node.id + " owns " + group.id + ", so that its right to host it cannot be withdrawn.");
            return;
        }
        if (!group.withdrawn.contains(node.id)) {
            marks.open(order, LedgerEntry.Kind.HOSTING_RIGHT, Marks.Subject.of(node.id, group.id), "may host");
            group.withdrawn.add(node.id);
            world.happened(node.id + " may not host " + group.id + " any more.");
            world.changed();
        }
        new Closing(world, marks).over(order, job, node);
        job.succeed("");
    }

    void grant(Order order, Job job) {
        SimulatedNode node = subject(order);
        List<LedgerEntry> ours = marks.of(
                order,
                LedgerEntry.Kind.HOSTING_RIGHT,
                Optional.of(node.id),
                order.step().group());
        for (LedgerEntry entry : ours) {
            SimulatedGroup group = world.group(entry.group().orElseThrow());
            if (group.newerStarted && !world.isPatched(node)) {
                world.violated(
                        "RIGHT-RETURNED-EARLY",
                        node.id.value(),
                        node.id + " may host " + group.id + " again before it has the newer binaries.");
            }
            givingBack.giveBack(entry);
        }
        job.undone.addAll(ours);
        job.succeed("");
    }

    /** Nothing but a run changes packages here; the entry is what a real cluster has. */
    void holdRivals(Order order, Job job) {
        // The mark last, since our process may end before the entry is recorded: the step ends without us.
        takesAWhile(job);
        marks.open(order, LedgerEntry.Kind.RIVALS, Marks.Subject.of(subject(order).id), "");
        world.changed();
    }

    void holdService(Order order, Job job, String service, Verb.ServiceState state) {
        SimulatedNode node = subject(order);
        if (!isReachable(node, job)) {
            return;
        }
        boolean running = node.services.getOrDefault(service, false);
        switch (state) {
            case RESTARTED -> {}
            case STOPPED -> hold(order, node, service, running, false);
            case RUNNING -> hold(order, node, service, running, true);
        }
        takesAWhile(job);
    }

    private void hold(Order order, SimulatedNode node, String service, boolean before, boolean after) {
        if (before == after) {
            return;
        }
        marks.open(
                order,
                LedgerEntry.Kind.SERVICE,
                Marks.Subject.of(node.id),
                service + (before ? "=running" : "=stopped"));
        node.services.put(service, after);
        world.changed();
    }

    void keepSetting(Order order, Job job, Map.Entry<String, String> setting, boolean giveBack) {
        SimulatedNode node = subject(order);
        String before = node.settings.getOrDefault(setting.getKey(), "");
        if (giveBack) {
            marks.open(order, LedgerEntry.Kind.SETTING, Marks.Subject.of(node.id), setting.getKey() + "=" + before);
        }
        if (!setting.getValue().isEmpty()) {
            node.settings.put(setting.getKey(), setting.getValue());
        }
        world.changed();
        job.succeed("");
    }

    void giveBack(Order order, Job job, String step) {
        List<LedgerEntry> entries = marks.writtenBy(order, step, order.step().node());
        if (!entries.isEmpty() && !isReachable(subject(order), job)) {
            return;
        }
        entries.forEach(givingBack::giveBack);
        job.undone.addAll(entries);
        takesAWhile(job);
    }

    private static boolean isReachable(SimulatedNode node, Job job) {
        if (!node.answers()) {
            job.fail(
                    "NODE-UNREACHABLE",
                    node.id.value(),
                    node.id + " cannot be reached, so that nothing changed there.");
        }
        return node.answers();
    }

    void takesAWhile(Job job) {
        world.time.after(world.draw(Latency.SERVICE, job.what), () -> job.succeed(""));
    }

    private SimulatedNode subject(Order order) {
        Optional<understudy.core.model.NodeId> node = order.step().node();
        return world.node(node.or(order.step()::destination).orElseThrow());
    }
}
