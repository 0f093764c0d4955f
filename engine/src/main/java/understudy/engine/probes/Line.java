package understudy.engine.probes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** The first line of what a service says, bounded in length and in time, however slowly it drips. */
final class Line {
    private static final int LONGEST = 1024;
    private static final int LONGEST_QUOTE = 60;

    private Line() {}

    /** The bytes up to the end of the line, of the stream, or of our patience with its length; without the line's end. */
    static String read(Socket socket, Duration atMost) throws IOException {
        long deadline = System.nanoTime() + atMost.toNanos();
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] some = new byte[LONGEST];
        while (line.size() < LONGEST) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new SocketTimeoutException("The line did not end in time.");
            }
            socket.setSoTimeout(Math.toIntExact(millis));
            int count = in.read(some, 0, LONGEST - line.size());
            if (count < 0) {
                break;
            }
            line.write(some, 0, count);
            if (endsLine(some, count)) {
                break;
            }
        }
        return line.toString(ISO_8859_1).lines().findFirst().orElse("");
    }

    private static boolean endsLine(byte[] bytes, int count) {
        for (int place = 0; place < count; place++) {
            if (bytes[place] == '\n') {
                return true;
            }
        }
        return false;
    }

    /** What a stranger said, fit for a terminal and a log. */
    static String printable(String said) {
        String plain = said.replaceAll("[^ -~]", "?");
        return plain.length() <= LONGEST_QUOTE ? plain : plain.substring(0, LONGEST_QUOTE) + "...";
    }
}
