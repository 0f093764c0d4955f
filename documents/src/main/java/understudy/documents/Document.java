package understudy.documents;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A YAML file that a person wrote for us: an inventory, a patch, a procedure, a scenario or a policy.
 *
 * <p>Each starts with {@code format: 1}, so that a later release can tell old files from new ones.
 */
public record Document(Path file, Mapping root) {
    private static final int FORMAT = 1;

    /**
     * Reads a file's text into values with positions and nothing more; its keys are not judged.
     *
     * @throws BrokenDocument if it is missing, too large, not UTF-8, not YAML, or uses what we refuse (tags, anchors, duplicate keys)
     */
    public static Document parse(Path file) {
        return parse(file, FileText.of(file));
    }

    /** As {@link #parse(Path)}, with the text of a file that lives elsewhere, for instance among the program's own resources. */
    public static Document parse(Path file, String text) {
        Problems problems = new Problems();
        return new Document(file, new YamlTree(file, problems).read(text));
    }

    /**
     * Reads a file as what {@code reader} makes of it.
     *
     * @throws BrokenDocument with everything that is wrong with the file
     */
    public static <T> T read(Path file, Function<Fields, T> reader) {
        return parse(file).as(reader);
    }

    /** As {@link #read(Path, Function)}, with the text of a file that lives elsewhere. */
    public static <T> T read(Path file, String text, Function<Fields, T> reader) {
        return parse(file, text).as(reader);
    }

    /** Turns the values into what {@code reader} makes of them, after {@code format} has been judged. */
    public <T> T as(Function<Fields, T> reader) {
        Problems problems = new Problems();
        Fields fields = new Fields(root, problems);
        judgeFormat(fields, problems);
        Optional<T> result = fields.complete(reader);
        problems.throwIfAny();
        return result.orElseThrow();
    }

    private void judgeFormat(Fields fields, Problems problems) {
        if (!fields.has("format")) {
            problems.add(root.position(), "the key \"format\" is missing: begin the file with \"format: 1\"");
            return;
        }
        int format = fields.number("format", Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (problems.count() == 0 && format != FORMAT) {
            problems.add(
                    fields.position("format"),
                    "the format " + format + " is not known to this release, which reads format " + FORMAT
                            + ": use the release that the file was written for");
        }
        // The keys of another format would only be judged by the wrong rules.
        problems.throwIfAny();
    }
}
