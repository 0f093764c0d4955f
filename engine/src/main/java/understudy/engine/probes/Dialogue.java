package understudy.engine.probes;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How a connected client is played towards one kind of service, before any sign-in.
 *
 * @param greeted whether what was said so far is the whole greeting; always so where the service waits to be asked
 * @param command the command of this number, which changes nothing
 * @param answered whether what was said so far is the whole answer to the command of this number
 * @param most commands in one session, where the service allows no more
 */
record Dialogue(
        Predicate<String> greeted, IntFunction<String> command, BiPredicate<String, Integer> answered, int most) {
    /** A widespread mail server slows a client down after 100 commands that do no work. */
    private static final int MOST_OF_SMTP = 90;

    private static final Pattern REPLY = Pattern.compile("(?s)(?:.*\n)?[1-5]\\d\\d(?: [^\n]*)?\r?\n");

    /** Of a probe that can hold a session; a connection that is only taken, and a command, show nothing when it is cut. */
    static Optional<Dialogue> of(Probe probe) {
        return switch (probe) {
            case Probe.Imap _ ->
                Optional.of(new Dialogue(
                        said -> said.endsWith("\n"),
                        number -> "u" + number + " NOOP\r\n",
                        (said, number) -> said.endsWith("\n") && ("\n" + said).contains("\nu" + number + " "),
                        Integer.MAX_VALUE));
            case Probe.Smtp _ ->
                Optional.of(new Dialogue(
                        said -> REPLY.matcher(said).matches(),
                        _ -> "NOOP\r\n",
                        (said, _) -> REPLY.matcher(said).matches(),
                        MOST_OF_SMTP));
            case Probe.Http http ->
                Optional.of(new Dialogue(
                        _ -> true,
                        _ -> "HEAD " + http.path() + " HTTP/1.1\r\nHost: " + http.authority()
                                + "\r\nUser-Agent: understudy-probe\r\n\r\n",
                        (said, _) -> said.contains("\r\n\r\n"),
                        Integer.MAX_VALUE));
            case Probe.Tcp _, Probe.Command _ -> Optional.empty();
        };
    }
}
