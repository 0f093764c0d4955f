package understudy.remote;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the first bytes of a stream, drops the rest, and remembers that it did. */
public final class KeptBytes extends OutputStream {
    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long seen;

    /** Keeps {@code limit} bytes. */
    public KeptBytes(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        kept.write(bytes, offset, Math.min(length, limit - kept.size()));
        seen += length;
    }

    /** How many bytes came by. */
    public synchronized long seen() {
        return seen;
    }

    /** Whether more came by than was kept. */
    public synchronized boolean truncated() {
        return seen > kept.size();
    }

    /** What was kept; a character that the limit cut in two is replaced, as is whatever is not UTF-8. */
    public synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
