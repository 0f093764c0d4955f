package understudy.engine.probes;

import java.util.concurrent.Semaphore;

/** One probe on its way: whose it is, and how many of its questions may be under way. */
final class Lane {
    /** A command costs a process each time, so that few are enough to find that they are slow. */
    private static final int COMMANDS_AT_ONCE = 4;

    final GroupWatch group;
    final Numbers numbers;
    final int place;
    final Probe probe;
    final Semaphore free;

    Lane(GroupWatch group, Numbers numbers, int place, Probe probe, int atOnce) {
        this.group = group;
        this.numbers = numbers;
        this.place = place;
        this.probe = probe;
        this.free = new Semaphore(probe instanceof Probe.Command ? Math.min(atOnce, COMMANDS_AT_ONCE) : atOnce);
    }
}
