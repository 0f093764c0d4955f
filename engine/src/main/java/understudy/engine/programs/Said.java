package understudy.engine.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The beginning of what a program says; the rest is read, so that the program does not hang, and not kept. */
final class Said {
    static final int MOST = 4096;

    private final StringBuilder text = new StringBuilder();

    void listen(InputStream stream) {
        char[] piece = new char[1024];
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            for (int read = reader.read(piece); read >= 0; read = reader.read(piece)) {
                keep(piece, read);
            }
        } catch (IOException ended) {
            // It was ended by us; what it has said until then stands.
            return;
        }
    }

    synchronized String text() {
        return text.toString();
    }

    private synchronized void keep(char[] piece, int length) {
        text.append(piece, 0, Math.min(length, Math.max(0, MOST - text.length())));
    }
}
