package understudy.driver.bigfix.wire;

/** The way to a BigFix server on which its operator is signed in. */
public interface Wire extends AutoCloseable {
    /** Sends it and waits for the answer, which comes within a deadline of the wire's own. */
    Heard send(Call call);

    /** The server's name for sentences. */
    String server();

    @Override
    void close();
}
