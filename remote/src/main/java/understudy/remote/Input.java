package understudy.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a command reads on its standard input: nothing, a few bytes, or a local file that is streamed.
 *
 * <p>Secrets travel here and nowhere else: an input is never logged, audited or printed, but for the {@link ScriptNote} of a script.
 */
public abstract sealed class Input {
    private Input() {}

    /** Text of ours in UTF-8, of which an audit may tell what the note tells. */
    public static Input script(ScriptNote note, String text) {
        return new Script(text.getBytes(StandardCharsets.UTF_8), note);
    }

    /** What may be told of it; empty for everything that might be a secret. */
    public Optional<ScriptNote> note() {
        return this instanceof Script script ? Optional.of(script.note) : Optional.empty();
    }

    /** An input that is at its end at once. */
    public static Input none() {
        return new Bytes(new byte[0]);
    }

    /** The bytes, copied. */
    public static Input bytes(byte[] bytes) {
        return new Bytes(bytes.clone());
    }

    /** The text in UTF-8, without a line end of ours. */
    public static Input text(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A local file, opened when the command is sent and streamed, so that its size does not matter. */
    public static Input file(Path path) {
        return new LocalFile(path);
    }

    /** Opens the input from its start; the caller closes it. */
    public abstract InputStream open() throws IOException;

    private static final class Bytes extends Input {
        private final byte[] content;

        Bytes(byte[] content) {
            this.content = content;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public String toString() {
            return content.length + " bytes";
        }
    }

    private static final class Script extends Input {
        private final byte[] content;
        private final ScriptNote note;

        Script(byte[] content, ScriptNote note) {
            this.content = content;
            this.note = note;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public String toString() {
            return "the script " + note.name();
        }
    }

    private static final class LocalFile extends Input {
        private final Path path;

        LocalFile(Path path) {
            this.path = path;
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public String toString() {
            return "the file " + path;
        }
    }
}
