package understudy.driver.exchange.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import understudy.emulated.world.Placing;
import understudy.emulated.world.Power;
import understudy.emulated.world.SingleCopyCluster;

/**
 * Something that makes the cluster move the mailbox server by itself, at one step of a run.
 *
 * @param began as the step begins, else right after its end
 */
record Failover(String step, boolean began, Kind kind) {
    private static final Duration AWAY = Duration.ofMinutes(3);

    /** What happens. */
    enum Kind {
        /** The node that owns the mailbox server loses its power, and is back after a while. */
        OWNER_LOSES_POWER,
        /** A resource of the mailbox server fails, and the cluster takes it elsewhere. */
        RESOURCE_FAILS
    }

    /** One of each kind before and after each step of the undisturbed run. */
    static List<Failover> all(TrialCase trialCase) throws Exception {
        List<Failover> all = new ArrayList<>();
        try (var trial = new Trial(trialCase)) {
            trial.steps.tell((step, began) -> {
                for (Kind kind : Kind.values()) {
                    all.add(new Failover(step, began, kind));
                }
            });
            trial.toTheEnd(Duration.ZERO);
        }
        return all;
    }

    /** Has it happen once, when the trial comes to the step. */
    void in(Trial trial) {
        boolean[] happened = {false};
        trial.steps.tell((now, begins) -> {
            if (!happened[0] && now.equals(step) && begins == began) {
                happened[0] = true;
                happen(trial);
            }
        });
    }

    private void happen(Trial trial) {
        var mail = trial.world.group(SingleCopyCluster.MAILBOX_SERVER).orElseThrow();
        switch (kind) {
            case RESOURCE_FAILS -> new Placing(trial.world).fails(mail);
            case OWNER_LOSES_POWER -> {
                var power = new Power(trial.world);
                var owner = trial.world.node(mail.owner()).orElseThrow();
                power.off(owner);
                trial.clock.after(AWAY, () -> power.on(owner));
            }
        }
    }

    @Override
    public String toString() {
        return kind + (began ? " as " : " after ") + step + (began ? " begins" : " has ended");
    }
}
