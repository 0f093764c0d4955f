package understudy.remote.winrm;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import understudy.remote.Deadline;

/** The requests of WS-Management that we use, on one logged-in connection. */
final class Wsman {
    private static final Duration LEAST_TIMEOUT = Duration.ofMillis(500);
    private static final Duration MOST_TIMEOUT = Duration.ofSeconds(20);

    private final LoggedInConnection connection;
    private final Envelopes envelopes;

    Wsman(LoggedInConnection connection, WinRmEndpoint endpoint) {
        this.connection = connection;
        this.envelopes = new Envelopes(endpoint);
    }

    Identity identify(Deadline deadline) throws IOException, WsmanFault, LoginRefused {
        var answer = exchange(envelopes.identify(), deadline);
        return new Identity(answer.text(Soap.IDENTITY, "ProductVersion").orElse(""));
    }

    String create(Deadline deadline) throws IOException, WsmanFault, LoginRefused {
        var answer = exchange(envelopes.create(timeout(deadline)), deadline);
        return answer.all(Soap.WSMAN, "Selector").stream()
                .filter(selector -> selector.getAttribute("Name").equals("ShellId"))
                .map(selector -> selector.getTextContent().strip())
                .findFirst()
                .or(() -> answer.text(Soap.SHELL, "ShellId"))
                .orElseThrow(() -> new UnreadableAnswer("it names no shell"));
    }

    String command(String shell, List<String> arguments, Deadline deadline)
            throws IOException, WsmanFault, LoginRefused {
        return exchange(envelopes.command(shell, arguments, timeout(deadline)), deadline)
                .text(Soap.SHELL, "CommandId")
                .orElseThrow(() -> new UnreadableAnswer("it names no command"));
    }

    void send(String shell, String command, byte[] input, boolean last, Deadline deadline)
            throws IOException, WsmanFault, LoginRefused {
        exchange(envelopes.send(shell, command, input, last, timeout(deadline)), deadline);
    }

    Received receive(String shell, String command, Deadline deadline) throws IOException, WsmanFault, LoginRefused {
        return Received.of(exchange(envelopes.receive(shell, command, timeout(deadline)), deadline));
    }

    void terminate(String shell, String command, Deadline deadline) throws IOException, WsmanFault, LoginRefused {
        exchange(envelopes.terminate(shell, command, timeout(deadline)), deadline);
    }

    void delete(String shell, Deadline deadline) throws IOException, WsmanFault, LoginRefused {
        exchange(envelopes.delete(shell, timeout(deadline)), deadline);
    }

    private SoapAnswer exchange(byte[] envelope, Deadline deadline) throws IOException, WsmanFault, LoginRefused {
        var answer = connection.exchange(envelope, deadline);
        if (answer.status() == 401) {
            connection.close();
            throw new LoginRefused(answer);
        }
        if (answer.status() != 200 && answer.status() != 500) {
            throw new UnreadableAnswer("it has the HTTP status " + answer.status());
        }
        var soap = SoapAnswer.read(answer.body());
        var fault = soap.fault();
        if (fault.isPresent()) {
            throw fault.get();
        }
        return soap;
    }

    private static Duration timeout(Deadline deadline) {
        var left = deadline.remaining();
        return left.compareTo(LEAST_TIMEOUT) < 0
                ? LEAST_TIMEOUT
                : left.compareTo(MOST_TIMEOUT) > 0 ? MOST_TIMEOUT : left;
    }

    /** The node does not believe, or no longer, who we are; it has not looked at the request. */
    static final class LoginRefused extends Exception {
        private static final long serialVersionUID = 1;
        private final transient HttpAnswer answer;

        LoginRefused(HttpAnswer answer) {
            super("HTTP status 401");
            this.answer = answer;
        }

        String sentence(WinRmSettings settings) {
            return LoginSentence.ofFirstAnswer(settings, answer);
        }
    }
}
