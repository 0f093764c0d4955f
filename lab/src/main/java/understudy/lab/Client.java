package understudy.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client of the lab's groups: asks whether they answer as their clients would see it. */
final class Client {
    private static final int PATIENCE = 1_000;

    private Client() {}

    static boolean answers(LabGroup group) {
        return switch (group.service()) {
            case MAIL -> greets(group.address(), 143, "", "* OK") && greets(group.address(), 25, "", "220");
            case NGINX -> greets(group.address(), 80, "GET / HTTP/1.0\r\n\r\n", "HTTP/1.1 200");
            case POSTGRESQL -> accepts(group.address(), 5432);
        };
    }

    /** Whether the node has booted so far that people could log in. */
    static boolean reachesSsh(LabNode node) {
        return greets(node.address(), 22, "", "SSH-2.0");
    }

    private static boolean greets(String address, int port, String request, String greeting) {
        try (var socket = connected(address, port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return line != null && line.startsWith(greeting);
        } catch (IOException notServing) {
            return false;
        }
    }

    private static boolean accepts(String address, int port) {
        try (var socket = connected(address, port)) {
            return socket.isConnected();
        } catch (IOException notServing) {
            return false;
        }
    }

    private static Socket connected(String address, int port) throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(address, port), PATIENCE);
        return socket;
    }
}
