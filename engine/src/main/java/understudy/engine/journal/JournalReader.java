package understudy.engine.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** The one thread that reads, beside the one that writes: SQLite's native calls stay off the carriers of virtual threads. */
final class JournalReader implements AutoCloseable {
    private final Path file;
    private final Session session;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("journal-reader").factory());

    /** A question that changes nothing. */
    interface Question<T> {
        T ask(Session session) throws SQLException;
    }

    JournalReader(Path file, Session session) {
        this.file = file;
        this.session = session;
    }

    <T> T read(Question<T> question) {
        CompletableFuture<T> answer;
        try {
            answer = CompletableFuture.supplyAsync(() -> answer(question), thread);
        } catch (RejectedExecutionException closed) {
            throw new StateException(
                    "The state file " + file + " has been closed by this process: open it again.", closed);
        }
        return Answers.await(answer);
    }

    private <T> T answer(Question<T> question) {
        try {
            return question.ask(session);
        } catch (SQLException fault) {
            session.forget(fault);
            throw StateFaults.explain(file, fault);
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
