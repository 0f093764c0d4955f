package understudy.driver.bigfix.wire;

import java.io.IOException;

/**
 * A console operator.
 *
 * @param password fetched when it is needed, and kept nowhere
 */
public record Operator(String name, Password password) {
    /** Where a password comes from. */
    @FunctionalInterface
    public interface Password {
        /**
         * Fetches it.
         *
         * @throws IOException with a message that says where it should have been, without any part of it
         */
        String reveal() throws IOException;
    }
}
