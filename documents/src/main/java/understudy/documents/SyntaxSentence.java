package understudy.documents;

import java.nio.file.Path;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in our words what the YAML parser found, since its own messages span several lines and quote the file. */
final class SyntaxSentence {
    private final Path file;
    private final String text;

    SyntaxSentence(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    void note(YamlEngineException syntax, Problems problems) {
        switch (syntax) {
            case MarkedYamlEngineException marked -> noteMarked(marked, problems);
            case ReaderException unprintable ->
                problems.add(
                        positionOf(unprintable.getPosition()),
                        "a character stands here that YAML does not allow (code %d): remove it"
                                .formatted(unprintable.getCodePoint()));
            default ->
                problems.add(Position.of(file), "this is not YAML: " + oneLine(String.valueOf(syntax.getMessage())));
        }
    }

    private void noteMarked(MarkedYamlEngineException marked, Problems problems) {
        Mark mark = marked.getProblemMark().or(marked::getContextMark).orElse(null);
        Position position =
                mark == null ? Position.of(file) : new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
        boolean atTab = mark != null
                && mark.getPointer() < mark.getBuffer().length
                && mark.getBuffer()[mark.getPointer()] == '\t';
        if (atTab) {
            problems.add(position, "a tab stands where YAML wants spaces: indent with spaces");
            return;
        }
        String what = marked.getContext() == null
                ? oneLine(marked.getProblem())
                : oneLine(marked.getContext()) + ", " + oneLine(marked.getProblem());
        problems.add(
                position,
                "this is not YAML (" + what + "): check the indentation, the quotes and the colons up to here");
    }

    private Position positionOf(int codePoints) {
        String before = text.substring(
                0, text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length()))));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Position(file, line, 1 + before.codePointCount(lineStart, before.length()));
    }

    private static String oneLine(String message) {
        return Quoted.shortened(message.replaceAll("\\s+", " ").strip());
    }
}
