package understudy.procedures;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import understudy.core.model.Patch;
import understudy.core.model.Version;
import understudy.documents.Document;
import understudy.documents.Fields;
import understudy.documents.Value;

/** Reads a patch's YAML file; its schema is {@code docs/schema/patch.schema.json}. */
public final class PatchFile {
    private PatchFile() {}

    /**
     * Reads a user's own file.
     *
     * @throws understudy.documents.BrokenDocument with every problem as {@code file:line:column: sentence}
     */
    public static Patch read(Path file) {
        return Document.read(file, PatchFile::patch);
    }

    /** The patch that is meant where none is named: all that the nodes' own sources offer. */
    public static Patch allOffered(String procedure) {
        return new Patch("all-offered", procedure, new Patch.Content.AllOffered(), false, Patch.RestartRule.REQUIRED);
    }

    private static Patch patch(Fields fields) {
        String id = fields.text("id");
        String procedure = fields.text("procedure");
        Patch.Content content = content(fields);
        boolean versionFence = fields.optional("versionFence", fields::flag).orElse(false);
        Patch.RestartRule restart = fields.optional("restart", key -> fields.choice(key, Patch.RestartRule.class))
                .orElse(Patch.RestartRule.REQUIRED);
        List<Patch.Statement> statements = fields.has("statements")
                ? List.copyOf(fields.named("statements", PatchFile::statement).values())
                : List.of();
        fields.end();
        return new Patch(id, procedure, content, versionFence, restart, statements);
    }

    private static Patch.Statement statement(String about, Fields fields) {
        String by = fields.text("by");
        LocalDate on = fields.as("day", PatchFile::day);
        String says = fields.text("says");
        fields.end();
        return new Patch.Statement(about, by, on, says);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("a day is written as 2008-02-29, not \"" + text + "\"", wrong);
        }
    }

    private static Patch.Content content(Fields fields) {
        int given = 0;
        Patch.Content content = new Patch.Content.AllOffered();
        if (fields.has("packages")) {
            given++;
            content = packages(fields);
        }
        if (fields.has("files")) {
            given++;
            content = new Patch.Content.Files(fields.list("files", PatchFile::file));
        }
        if (fields.has("fixlet")) {
            given++;
            content = fields.mapping("fixlet", PatchFile::fixlet);
        }
        if (given != 1) {
            fields.reject(
                    "id",
                    "a patch has exactly one of \"packages\", \"files\" and \"fixlet\", and this one has " + given);
        }
        return content;
    }

    private static Patch.Content packages(Fields fields) {
        Value value = fields.value("packages").orElse(null);
        if (value instanceof understudy.documents.Scalar) {
            fields.choice("packages", Everything.class);
            return new Patch.Content.AllOffered();
        }
        return new Patch.Content.Packages(fields.texts("packages", PatchFile::version));
    }

    private static Version version(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? new Version(text, "") : new Version(text.substring(0, equals), text.substring(equals + 1));
    }

    private static Patch.PatchFile file(Fields fields) {
        String path = fields.text("path");
        String sha256 = fields.as("sha256", PatchFile::digest);
        String arch = fields.optionalText("arch").orElse("");
        String version = fields.optionalText("version").orElse("");
        fields.end();
        return new Patch.PatchFile(path, sha256, arch, version);
    }

    private static String digest(String text) {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a SHA-256 digest has 64 hexadecimal digits in small letters");
        }
        return text;
    }

    private static Patch.Content fixlet(Fields fields) {
        String site = fields.text("site");
        String id = fields.text("id");
        fields.end();
        return new Patch.Content.Named(site, id);
    }

    private enum Everything {
        ALL
    }
}
