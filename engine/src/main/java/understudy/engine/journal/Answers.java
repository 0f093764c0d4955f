package understudy.engine.journal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for a thread of the state file, whose own exception comes out as if it had been thrown here. */
final class Answers {
    private Answers() {}

    /** Waits through an interruption: whether something is durable is never left open. */
    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof StateException told) {
                throw new StateException(String.valueOf(told.getMessage()), told);
            }
            throw wrapped;
        }
    }
}
