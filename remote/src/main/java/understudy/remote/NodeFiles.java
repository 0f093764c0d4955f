package understudy.remote;

import java.time.Duration;
import java.util.regex.Pattern;

/** Puts files on a node, whole or not at all, and reads small ones. */
public final class NodeFiles {
    private static final String PUT = Resource.text(NodeFiles.class, "put.sh");
    private static final Pattern MODE = Pattern.compile("0?[0-7]{3}");

    private final NodeShell shell;

    public NodeFiles(NodeShell shell) {
        this.shell = shell;
    }

    /** The script that {@link #put} sends, for a node that has it already. */
    public static String script() {
        return PUT;
    }

    /**
     * Makes {@code path} hold exactly what has this digest, on disk and with this mode, making its folder where it is missing.
     *
     * <p>It is finished with exit 0 only then; with 65 when what arrived has another digest. A file that is there already
     * is not sent again.
     *
     * @param mode three octal digits, such as 644
     */
    public Answer put(String path, Input content, Digest digest, String mode, Duration deadline) {
        refuseUnlessAbsolute(path);
        if (!MODE.matcher(mode).matches()) {
            throw new IllegalArgumentException("A file's mode is three octal digits: " + mode);
        }
        return shell.run(Command.of("sh", "-c", PUT, "put", path, digest.sha256(), mode)
                .withInput(content)
                .within(deadline));
    }

    /** What the file holds, up to {@code limit} bytes; finished with an exit other than 0 where it is not there. */
    public Answer read(String path, int limit) {
        refuseUnlessAbsolute(path);
        // One byte more than is kept, so that a longer file shows as truncated without travelling whole.
        return shell.run(
                Command.of("head", "-c", Long.toString(limit + 1L), path).keepingAtMost(limit));
    }

    private static void refuseUnlessAbsolute(String path) {
        if (!path.startsWith("/") || path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A path on a node is absolute: " + path);
        }
    }
}
