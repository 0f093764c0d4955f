package understudy.driver.bigfix.wire;

/** What came of a request: an answer, surely nothing, or nobody knows. */
public sealed interface Heard {
    /** The server's answer, whatever it says. */
    record Answered(int status, String body) implements Heard {}

    /** The request surely did not reach the server. */
    record NotSent(String reason) implements Heard {}

    /** It may have reached the server. */
    record Lost(String reason) implements Heard {}
}
