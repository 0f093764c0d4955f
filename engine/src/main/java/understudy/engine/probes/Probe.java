package understudy.engine.probes;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** One question to a service, asked many times a second from a client's side, that is answered well or missed. */
public sealed interface Probe {
    /** How the probe is called in a sentence, such as {@code imap mail.example:143}. */
    String name();

    /** A probe that asks over the network. */
    sealed interface Network extends Probe {
        String address();

        int port();

        @Override
        default String name() {
            String kind = switch (this) {
                case Tcp _ -> "tcp";
                case Http _ -> "http";
                case Imap _ -> "imap";
                case Smtp _ -> "smtp";
            };
            return kind + " " + address() + ":" + port();
        }
    }

    /** Answers well by taking the connection. */
    record Tcp(String address, int port) implements Network {
        public Tcp {
            checkPlace(address, port);
        }
    }

    /**
     * Answers well with the status; without one, with any below 400.
     *
     * @param path from the slash on, already encoded
     */
    record Http(String address, int port, String path, OptionalInt status) implements Network {
        private static final Pattern PATH = Pattern.compile("/[!-~]{0,2000}");

        /** As a request's Host header has it. */
        String authority() {
            return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
        }

        public Http {
            checkPlace(address, port);
            if (!PATH.matcher(path).matches()) {
                throw new IllegalArgumentException(
                        "An http probe's path begins with a slash and holds no space and nothing but ASCII: " + path);
            }
        }
    }

    /** Answers well by the greeting {@code * OK} (RFC 3501, 7.1.1). */
    record Imap(String address, int port) implements Network {
        public Imap {
            checkPlace(address, port);
        }
    }

    /** Answers well by the greeting {@code 220} (RFC 5321, 4.2). */
    record Smtp(String address, int port) implements Network {
        public Smtp {
            checkPlace(address, port);
        }
    }

    /**
     * Answers well by exit code 0 of a command on this machine.
     *
     * @param words the command and its arguments, which no shell sees
     */
    record Command(List<String> words) implements Probe {
        public Command {
            words = List.copyOf(words);
            if (words.isEmpty() || words.getFirst().isBlank()) {
                throw new IllegalArgumentException("A command probe needs at least the command's name.");
            }
        }

        @Override
        public String name() {
            return "command " + words.getFirst();
        }
    }

    private static void checkPlace(String address, int port) {
        if (!Place.ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "A probe's address is a host name or an IP address, not '" + address + "'.");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A probe's port is between 1 and 65535, not " + port + ".");
        }
    }
}
