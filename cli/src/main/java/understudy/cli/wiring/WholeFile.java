package understudy.cli.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file of ours that is written whole or not at all, and over nothing but an older one of its kind.
 *
 * @param mark what stands near the beginning of every file of this kind
 */
public record WholeFile(Path path, String mark) {
    private static final int HEAD = 4096;

    /** Something that is not of our kind lies in its place. */
    public static final class Foreign extends IOException {
        Foreign(Path path) {
            super(path + " is not ours");
        }
    }

    /** Replaces it. */
    public void write(String text) throws IOException {
        refuseForeign();
        Path part = part();
        try {
            Files.writeString(part, text, StandardOpenOption.CREATE_NEW);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Fails as {@link #write} would, and changes nothing. */
    public void tryOut() throws IOException {
        refuseForeign();
        Files.writeString(part(), "", StandardOpenOption.CREATE_NEW);
        Files.delete(part());
    }

    private Path part() {
        return path.resolveSibling(
                path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    private void refuseForeign() throws IOException {
        if (Files.exists(path) && !isOurs()) {
            throw new Foreign(path);
        }
    }

    private boolean isOurs() throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream content = Files.newInputStream(path)) {
            return new String(content.readNBytes(HEAD), StandardCharsets.UTF_8).contains(mark);
        }
    }
}
