package understudy.driver.exchange.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.emulated.classic.Administrator;
import understudy.emulated.classic.OldWorld;

/** The person at Cluster Administrator, who does what the run asks of them a while later, and tries again where Exchange refuses. */
final class Operator {
    private static final Duration REACTION = Duration.ofSeconds(20);
    private static final int PATIENCE = 20;

    private final OldWorld world;
    final List<String> refusals = new ArrayList<>();

    Operator(OldWorld world) {
        this.world = world;
    }

    /** @param step such as {@code upgrade:EVS1>NODEB} */
    void told(String step, boolean began) {
        if (began && step.startsWith("upgrade:")) {
            attempt(step.replaceFirst("^upgrade:", "").replaceFirst(">.*", ""), 0);
        }
    }

    private void attempt(String group, int tried) {
        world.clock().after(REACTION, () -> {
            try {
                var owner = world.group(group).orElseThrow().owner();
                Optional<String> refused = new Administrator(world).upgrade(group, owner);
                refused.ifPresent(refusals::add);
                if (refused.isPresent() && tried < PATIENCE) {
                    attempt(group, tried + 1);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
