package understudy.engine.probes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import understudy.engine.programs.SiteProgram;

/** Asks one question, once, within its deadlines. */
final class Questions {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

    private final ProbeSettings settings;

    Questions(ProbeSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns within connect and answer deadlines together.
     *
     * @throws InterruptedException if the asking itself was broken off, which says nothing of the service
     */
    Answer ask(Probe probe) throws InterruptedException {
        Answer answer = switch (probe) {
            case Probe.Network network -> overTheNetwork(network);
            case Probe.Command command -> byCommand(command);
        };
        if (Thread.interrupted()) {
            throw new InterruptedException("The question was broken off.");
        }
        return answer;
    }

    private Answer overTheNetwork(Probe.Network probe) {
        try (Socket socket = new Socket()) {
            InetSocketAddress place = new InetSocketAddress(probe.address(), probe.port());
            if (place.isUnresolved()) {
                return new Answer.Missed("has a name that cannot be resolved");
            }
            try {
                socket.connect(place, Math.toIntExact(settings.connect().toMillis()));
            } catch (SocketTimeoutException slow) {
                return new Answer.Missed(
                        "was not connected within " + settings.connect().toMillis() + " ms");
            }
            return conversation(probe, socket);
        } catch (SocketTimeoutException silent) {
            return new Answer.Missed("took the connection and did not answer within "
                    + settings.answer().toMillis() + " ms");
        } catch (NoRouteToHostException unreachable) {
            return new Answer.Missed("was out of reach");
        } catch (ConnectException refused) {
            return new Answer.Missed("refused the connection");
        } catch (IOException broken) {
            return new Answer.Missed(
                    "broke the connection (" + Line.printable(String.valueOf(broken.getMessage())) + ")");
        }
    }

    private Answer conversation(Probe.Network probe, Socket socket) throws IOException {
        return switch (probe) {
            case Probe.Tcp _ -> new Answer.Good();
            case Probe.Imap _ -> greeting(socket, "* OK");
            case Probe.Smtp _ -> greeting(socket, "220");
            case Probe.Http http -> status(socket, http);
        };
    }

    private Answer greeting(Socket socket, String expected) throws IOException {
        String line = Line.read(socket, settings.answer());
        return line.startsWith(expected)
                ? new Answer.Good()
                : new Answer.Missed("greeted with '" + Line.printable(line) + "' instead of '" + expected + "'");
    }

    private Answer status(Socket socket, Probe.Http probe) throws IOException {
        String request = "GET " + probe.path() + " HTTP/1.1\r\nHost: " + probe.authority()
                + "\r\nUser-Agent: understudy-probe\r\nConnection: close\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(ISO_8859_1));
        String line = Line.read(socket, settings.answer());
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            return new Answer.Missed("answered with '" + Line.printable(line) + "' instead of an HTTP status");
        }
        int code = Integer.parseInt(status.group(1));
        boolean good = probe.status().isPresent() ? code == probe.status().getAsInt() : code < 400;
        String expected =
                probe.status().isPresent() ? String.valueOf(probe.status().getAsInt()) : "one below 400";
        return good ? new Answer.Good() : new Answer.Missed("answered with status " + code + " instead of " + expected);
    }

    private Answer byCommand(Probe.Command command) throws InterruptedException {
        return switch (new SiteProgram(command.words(), settings.answer()).run(SiteProgram.Kept.NOTHING)) {
            case SiteProgram.Ran.Ended(int exit, String _) ->
                exit == 0 ? new Answer.Good() : new Answer.Missed("ended with exit code " + exit);
            case SiteProgram.Ran.Late() ->
                new Answer.Missed("did not end within " + settings.answer().toMillis() + " ms");
            case SiteProgram.Ran.Unstarted(String reason) ->
                new Answer.Missed("could not be started (" + Line.printable(reason) + ")");
        };
    }
}
