package understudy.remote.winrm;

import java.io.IOException;

/** Where a password comes from when it is needed: what the inventory's reference leads to, and never the password itself. */
@FunctionalInterface
public interface Secret {
    /**
     * Fetches it.
     *
     * @throws IOException with a message that says where it should have been and why it is not, without any part of it
     */
    String reveal() throws IOException;
}
