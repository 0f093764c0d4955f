package understudy.driver.simulated;

import java.time.Instant;
import understudy.driver.simulated.scenario.Latency;

/** A caller's turn at the simulated cluster: nobody else touches it meanwhile, except while the caller waits. */
final class Turn {
    private Turn() {}

    /** Something that may wait in simulated time. */
    interface Question<T> {
        T answer() throws InterruptedException;
    }

    static <T> T of(SimulatedTime time, Question<T> question) {
        time.lock();
        try {
            return question.answer();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            // What escapes a driver counts as unknown, and that is what an interrupted question is.
            throw new IllegalStateException("The question to the simulated cluster was interrupted.", interrupted);
        } finally {
            time.unlock();
        }
    }

    /** What a question or a command takes on its way. */
    static void pause(World world, Latency latency, String subject) throws InterruptedException {
        Instant until = world.now().plus(world.draw(latency, subject));
        world.time.await(new Signal(), until);
    }
}
