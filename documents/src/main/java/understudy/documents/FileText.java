package understudy.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads the text of a file that may be missing, huge, a folder, or no text at all. */
final class FileText {
    private static final int LARGEST = 1024 * 1024;

    private FileText() {}

    static String of(Path file) {
        byte[] bytes = bytes(file);
        if (bytes.length > LARGEST) {
            throw broken(Position.of(file), "the file is larger than 1 MiB: split it into smaller ones");
        }
        return decoded(file, bytes);
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw broken(Position.of(file), "this is a folder: name a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException missing) {
            throw broken(Position.of(file), "there is no such file: check its name");
        } catch (IOException unreadable) {
            throw broken(
                    Position.of(file),
                    "the file cannot be read (" + unreadable.getClass().getSimpleName() + "): check who may read it");
        }
    }

    private static String decoded(Path file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int lineStart = text.lastIndexOf('\n') + 1;
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            int column = 1 + text.codePointCount(lineStart, text.length());
            throw broken(new Position(file, line, column), "the text is not UTF-8 here: save the file as UTF-8");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static BrokenDocument broken(Position position, String sentence) {
        return new BrokenDocument(List.of(new DocumentProblem(position, sentence)));
    }
}
