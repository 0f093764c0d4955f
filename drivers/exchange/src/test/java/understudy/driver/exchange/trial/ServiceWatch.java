package understudy.driver.exchange.trial;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import understudy.emulated.world.MailboxServer;
import understudy.emulated.world.SteppingClock;
import understudy.emulated.world.World;

/** Looks every few seconds of the world's time whether each mailbox server's clients are served. */
final class ServiceWatch {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final World world;
    private final SteppingClock clock;
    private final Map<String, Boolean> served = new HashMap<>();
    /** How often each was seen to go out of service. */
    final Map<String, Integer> outages = new HashMap<>();

    ServiceWatch(World world, SteppingClock clock) {
        this.world = world;
        this.clock = clock;
        look();
    }

    private void look() {
        for (MailboxServer server : world.mailboxServers()) {
            boolean now = server.isServed();
            if (!now && served.getOrDefault(server.name(), true)) {
                outages.merge(server.name(), 1, Integer::sum);
            }
            served.put(server.name(), now);
        }
        clock.after(EVERY, this::look);
    }
}
