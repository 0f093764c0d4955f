package understudy.driver.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.core.model.GroupId;
import understudy.core.model.NodeId;
import understudy.core.planning.Step;
import understudy.driver.simulated.scenario.Fault;
import understudy.driver.simulated.scenario.Trigger;

/** Watches for the moment of each fault of the scenario, and has it happen once. */
final class FaultPlay {
    private final World world;
    private final FaultEffects effects;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Fault> armed = new ArrayList<>();

    /** A fault that waits for the so-manieth step that fits. */
    private static final class Waiting {
        final Fault fault;
        final Trigger.AtStep trigger;
        int seen;

        Waiting(Fault fault, Trigger.AtStep trigger) {
            this.fault = fault;
            this.trigger = trigger;
        }
    }

    FaultPlay(World world, FaultEffects effects) {
        this.world = world;
        this.effects = effects;
    }

    void prepare(List<Fault> faults) {
        for (Fault fault : faults) {
            switch (fault.trigger()) {
                case Trigger.At(Duration time) -> world.time.after(time, () -> comes(fault));
                case Trigger.AtStep atStep -> waiting.add(new Waiting(fault, atStep));
            }
        }
    }

    /** It happens now; a fault of a step meets the next step that fits. */
    void comes(Fault fault) {
        if (fault.kind().isOfStep()) {
            armed.add(fault);
        } else {
            effects.strike(fault);
        }
    }

    /** A step begins: what is to happen to it or at it does. */
    void begin(Step step, Job job) {
        for (Fault fault : List.copyOf(armed)) {
            if (fits(fault, step)) {
                armed.remove(fault);
                job.faults.add(fault);
            }
        }
        for (Waiting one : List.copyOf(waiting)) {
            if (!fits(one.trigger, step) || ++one.seen < one.trigger.occurrence()) {
                continue;
            }
            waiting.remove(one);
            if (one.fault.kind().isOfStep()) {
                job.faults.add(one.fault);
            } else {
                world.time.after(one.trigger.delay(), () -> effects.strike(one.fault));
            }
        }
    }

    private static boolean fits(Trigger.AtStep trigger, Step step) {
        return (trigger.verb().isEmpty() || trigger.verb().equals(verb(step)))
                && (trigger.subject().isEmpty() || subjects(step).contains(trigger.subject()));
    }

    private static boolean fits(Fault fault, Step step) {
        boolean verb = switch (fault.kind()) {
            case INSTALL_FAILS, INSTALL_HANGS, BAD_PACKAGE -> verb(step).equals("install");
            case RESTART_NEVER_COMES_BACK, RESTART_COMES_BACK_OLD_BOOT, RESTART_STILL_NEEDED ->
                verb(step).equals("restart");
            case CONNECTION_LOST, COMMAND_LIES, CALLER_DIES -> true;
            case NODE_POWER_LOSS,
                    NETWORK_CUT,
                    START_FAILS,
                    STOP_HANGS,
                    QUORUM_LOSS,
                    VOTER_LOST,
                    GROUP_MOVES_BY_ITSELF,
                    SOMEBODY_DRAINS,
                    SOMEBODY_PATCHES,
                    SOMEBODY_TAKES_LOCK,
                    CLUSTER_MAINTENANCE,
                    DISK_FULL,
                    PACKAGE_LOCK_HELD,
                    FENCING_FAILS,
                    NODE_UNREADABLE,
                    NO_ANSWER -> false;
        };
        return verb
                && fault.node().map(NodeId::value).map(subjects(step)::contains).orElse(true)
                && fault.group()
                        .map(GroupId::value)
                        .map(subjects(step)::contains)
                        .orElse(true);
    }

    private static List<String> subjects(Step step) {
        List<String> subjects = new ArrayList<>();
        step.node().map(NodeId::value).ifPresent(subjects::add);
        step.group().map(GroupId::value).ifPresent(subjects::add);
        step.destination().map(NodeId::value).ifPresent(subjects::add);
        return subjects;
    }

    /** A verb as procedures write it: {@code HandOver} is {@code hand-over}. */
    static String verb(Step step) {
        return step.verb()
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Used by those who put things right after a while. */
    static void afterwards(World world, Optional<Duration> lasts, Runnable right) {
        lasts.ifPresent(duration -> world.time.after(duration, () -> {
            right.run();
            world.changed();
        }));
    }
}
