package understudy.engine.probes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Asks all probes in turn, spread evenly over the interval, each question on a virtual thread of its own. */
final class Asking {
    private final List<Lane> lanes;
    private final Questions questions;
    private final ProbeSettings settings;
    private final MonotonicClock clock;
    private final ExecutorService judge;
    private final Consumer<Stall> stalls;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("probe-", 0).factory());
    private final Thread turns =
            Thread.ofPlatform().daemon().name("probe-turns").unstarted(this::takeTurns);
    private volatile boolean closed;

    Asking(
            List<Lane> lanes,
            ProbeSettings settings,
            MonotonicClock clock,
            ExecutorService judge,
            Consumer<Stall> stalls) {
        this.lanes = lanes;
        this.questions = new Questions(settings);
        this.settings = settings;
        this.clock = clock;
        this.judge = judge;
        this.stalls = stalls;
    }

    void start() {
        if (!lanes.isEmpty()) {
            turns.start();
        }
    }

    private void takeTurns() {
        long step = settings.interval().toNanos() / lanes.size();
        long due = System.nanoTime();
        try {
            for (int turn = 0; !closed; turn = (turn + 1) % lanes.size()) {
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                long late = System.nanoTime() - due;
                noteStall(due, late);
                ask(lanes.get(turn));
                // Turns that were slept through are not made up for in a burst.
                due += late > Stall.NOTICED.toNanos() ? late + step : step;
            }
        } catch (InterruptedException ended) {
            // This is how close() ends the turns.
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Lane lane) {
        long number = lane.numbers.next();
        if (!lane.free.tryAcquire()) {
            settle(lane, number, Optional.empty());
            return;
        }
        long given = System.nanoTime();
        threads.execute(() -> {
            try {
                settle(lane, number, answer(lane, given));
            } finally {
                lane.free.release();
            }
        });
    }

    /** Empty where the asking was broken off by us, which says nothing. */
    private Optional<ProbeAnswer> answer(Lane lane, long given) {
        long sent = System.nanoTime();
        noteStall(given, sent - given);
        try {
            Answer answer = asked(lane.probe);
            ProbeAnswer about = new ProbeAnswer(lane.place, clock.at(sent), answer);
            lane.group.heard(about);
            long allowed = sent + settings.connect().plus(settings.answer()).toNanos();
            noteStall(allowed, System.nanoTime() - allowed);
            return Optional.of(about);
        } catch (InterruptedException brokenOff) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A fault of the asking itself is told as the reason of a miss, so that it stands in the report. */
    private Answer asked(Probe probe) throws InterruptedException {
        try {
            return questions.ask(probe);
        } catch (RuntimeException fault) {
            return new Answer.Missed("could not be asked (" + Line.printable(fault.toString()) + ")");
        }
    }

    private void settle(Lane lane, long number, Optional<ProbeAnswer> answer) {
        judge.execute(() -> lane.group.settled(number, answer));
    }

    private void noteStall(long due, long late) {
        if (late > Stall.NOTICED.toNanos()) {
            Stall stall = new Stall(clock.at(due), clock.at(due + late));
            judge.execute(() -> stalls.accept(stall));
        }
    }

    void close() {
        closed = true;
        turns.interrupt();
        join();
        threads.shutdownNow();
        threads.close();
    }

    /** The turns end in a moment, so that an interruption of the caller can wait for them. */
    private void join() {
        boolean interrupted = false;
        while (turns.isAlive()) {
            try {
                turns.join();
            } catch (InterruptedException asked) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
