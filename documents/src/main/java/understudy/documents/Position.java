package understudy.documents;

import java.nio.file.Path;

/**
 * Where something stands in a file, as an editor counts: the first line is 1, and so is the first column.
 *
 * <p>Line 0 means the file as a whole, for a file that is missing or cannot be read.
 */
public record Position(Path file, int line, int column) implements Comparable<Position> {
    public Position {
        if (line < 0 || column < 0 || (line == 0) != (column == 0)) {
            throw new IllegalArgumentException("no position: line " + line + ", column " + column);
        }
    }

    /** The file as a whole. */
    public static Position of(Path file) {
        return new Position(file, 0, 0);
    }

    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return line == 0 ? file.toString() : file + ":" + line + ":" + column;
    }
}
