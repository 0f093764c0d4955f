package understudy.engine.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that writes: whatever waits when it is free is committed together, so that a sync of the disk is shared by all
 * who wait for it. A write that fails does not take its neighbours with it.
 */
final class JournalWriter implements AutoCloseable {
    /** Bounds a transaction, and so the time that another process waits for us. */
    private static final int LARGEST_BATCH = 1024;

    private final Path file;
    private final Session session;
    private final BlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>();
    private final Pending<Boolean> stop = new Pending<>(_ -> true, new CompletableFuture<>());
    private final CompletableFuture<Boolean> finished = new CompletableFuture<>();
    private volatile boolean ended;

    /** What is done inside the transaction; it may be done again, after it was undone. */
    interface Write<T> {
        T on(Session session) throws SQLException;
    }

    JournalWriter(Path file, Session session) {
        this.file = file;
        this.session = session;
        Thread.ofPlatform().daemon().name("journal-writer").start(this::work);
    }

    /** Durable when it returns; a {@link StateException} says that it surely is not, but for a disk that refused to answer. */
    <T> T write(Write<T> write) {
        Pending<T> pending = new Pending<>(write, new CompletableFuture<>());
        queue.add(pending);
        if (ended) {
            pending.fail(closed());
        }
        return Answers.await(pending.answer);
    }

    /** Ends once all that was given to it before is durable or refused. */
    @Override
    public void close() {
        queue.add(stop);
        Answers.await(finished);
    }

    private void work() {
        List<Pending<?>> batch = new ArrayList<>();
        try {
            boolean stopped = false;
            while (!stopped) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, LARGEST_BATCH - 1);
                stopped = batch.remove(stop);
                if (!batch.isEmpty()) {
                    commit(batch);
                }
            }
        } catch (InterruptedException interrupted) {
            // Nobody of ours interrupts this thread; it ends as if it had been closed.
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            batch.addAll(queue);
            batch.forEach(left -> left.fail(closed()));
            finished.complete(true);
        }
    }

    private void commit(List<Pending<?>> batch) {
        try {
            session.begin();
            for (Pending<?> pending : batch) {
                pending.perform(session);
            }
            session.commit();
        } catch (SQLException | RuntimeException fault) {
            session.undo(fault);
            if (batch.size() > 1) {
                batch.forEach(alone -> commit(List.of(alone)));
                return;
            }
            batch.getFirst().fail(fault instanceof SQLException sql ? StateFaults.explain(file, sql) : fault);
            return;
        }
        batch.forEach(Pending::succeed);
    }

    private StateException closed() {
        return new StateException("The state file " + file + " has been closed by this process: open it again.");
    }

    private static final class Pending<T> {
        private final Write<T> write;
        private final CompletableFuture<T> answer;
        private Runnable success = () -> {};

        Pending(Write<T> write, CompletableFuture<T> answer) {
            this.write = write;
            this.answer = answer;
        }

        void perform(Session session) throws SQLException {
            T result = write.on(session);
            success = () -> answer.complete(result);
        }

        void succeed() {
            success.run();
        }

        void fail(Exception why) {
            answer.completeExceptionally(why);
        }
    }
}
