package understudy.remote;

import java.time.Duration;

/**
 * Somebody who is told of every command before it goes to a node and after it has been answered, an audit for instance.
 *
 * <p>Called on the thread that runs the command. What a command reads is never passed on.
 */
public interface CommandListener {
    /** Hears nothing. */
    CommandListener NONE = new CommandListener() {
        @Override
        public void sending(SentCommand command) {}

        @Override
        public void answered(SentCommand command, Answer answer, Duration duration) {}
    };

    /** The command is about to be sent. What is thrown here keeps it from being sent and reaches the caller. */
    void sending(SentCommand command);

    /** The command was answered after {@code duration}. */
    void answered(SentCommand command, Answer answer, Duration duration);
}
