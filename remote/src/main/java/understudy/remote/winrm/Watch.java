package understudy.remote.winrm;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import understudy.remote.Deadline;

/** Closes a socket when a deadline passes, so that nothing on it, neither a read nor a write nor a handshake, outlives that. */
final class Watch implements AutoCloseable {
    private final CompletableFuture<Boolean> late = new CompletableFuture<>();
    private final CompletableFuture<Void> closing;
    private volatile @Nullable IOException unclosed;

    Watch(Socket socket, Deadline deadline) {
        closing = late.completeOnTimeout(true, deadline.remainingNanos(), TimeUnit.NANOSECONDS)
                .thenAccept(passed -> {
                    if (passed) {
                        close(socket);
                    }
                });
    }

    private void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            unclosed = failure;
        }
    }

    /** Ends the watch; the socket stays open unless the deadline came first. */
    @Override
    public void close() throws IOException {
        late.complete(false);
        closing.join();
        var failure = unclosed;
        if (failure != null) {
            throw failure;
        }
    }
}
