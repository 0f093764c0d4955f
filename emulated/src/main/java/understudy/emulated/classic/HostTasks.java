package understudy.emulated.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.emulated.world.RestsOn;

/**
 * {@code schtasks /s NODE}: the administrator's task listed and run. What the task runs is the tool's {@code runner.cmd}, which takes a job
 * out of the node's registry; here by its meaning, for no batch file is interpreted.
 */
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value = "The lines of schtasks /query /fo csv /nh; a task that runs already is not started a second time.")
final class HostTasks implements HostProgram {
    private static final String JOBS = OldNode.UNDERSTUDY + "\\Jobs\\";

    private final OldWorld world;
    private final java.util.Set<String> running = java.util.concurrent.ConcurrentHashMap.newKeySet();

    HostTasks(OldWorld world) {
        this.world = world;
    }

    @Override
    public Said run(List<String> arguments) {
        if (arguments.size() < 4 || !arguments.get(1).equals("/s")) {
            return Said.of(1, "ERROR: Invalid syntax.");
        }
        var node = ManagementHost.reached(world, arguments.get(2));
        if (node.isEmpty()) {
            return Said.of(1, "ERROR: The network path was not found.");
        }
        List<String> options = arguments.subList(3, arguments.size());
        if (arguments.getFirst().equals("/query") && options.equals(List.of("/fo", "csv", "/nh"))) {
            return Said.of(
                    0,
                    node.get().tasks.stream()
                            .map(task -> "\"" + task + "\",\"Never\",\""
                                    + (running.contains(node.get().name()) ? "Running" : "Ready") + "\"")
                            .toArray(String[]::new));
        }
        if (!arguments.getFirst().equals("/run")
                || options.size() != 2
                || !options.getFirst().equals("/tn")) {
            return Said.of(1, "ERROR: Invalid syntax.");
        }
        if (!node.get().tasks.contains(options.get(1))) {
            return Said.of(1, "ERROR: The system cannot find the file specified.");
        }
        start(node.get());
        return Said.of(0, "SUCCESS: Attempted to run the scheduled task \"" + options.get(1) + "\".");
    }

    private void start(OldNode node) {
        if (running.add(node.name())) {
            world.clock().start("task-" + node.name(), () -> {
                try {
                    job(node);
                } catch (InterruptedException ended) {
                    // The node lost its power, and the task with it: nobody is there to be told.
                    Thread.currentThread().interrupt();
                } finally {
                    running.remove(node.name());
                }
            });
        }
    }

    private void job(OldNode node) throws InterruptedException {
        var registry = node.registry();
        Optional<String> name = registry.value(OldNode.UNDERSTUDY, "Job");
        if (name.isEmpty() || !registry.value(JOBS + name.get(), "State").equals(Optional.of("ready"))) {
            return;
        }
        var key = JOBS + name.get();
        registry.set(key, "State", "running");
        List<String> options = new ArrayList<>();
        for (String word : registry.value(key, "Options").orElse("").split(" ", -1)) {
            if (!word.isEmpty()) {
                options.add(word);
            }
        }
        node.begin("cmd");
        int exit = new OldSetup(world, node).run(registry.value(key, "Program").orElse(""), options);
        registry.set(key, "Exit", Integer.toString(exit));
        registry.set(key, "State", "ended");
    }
}
