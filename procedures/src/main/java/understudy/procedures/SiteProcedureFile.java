package understudy.procedures;

import java.nio.file.Path;
import java.util.List;
import understudy.core.site.SiteProcedure;
import understudy.core.site.Tier;
import understudy.documents.Document;
import understudy.documents.Fields;

/** Reads a site procedure's YAML file; its schema is {@code docs/schema/site-procedure.schema.json}. */
public final class SiteProcedureFile {
    private SiteProcedureFile() {}

    /**
     * Reads a user's own file.
     *
     * @throws understudy.documents.BrokenDocument with every problem as {@code file:line:column: sentence}
     */
    public static SiteProcedure read(Path file) {
        return Document.read(file, SiteProcedureFile::procedure);
    }

    /** Whether a file means to be one: a site procedure has tiers, which a cluster's procedure has not. */
    public static boolean isOne(Path file) {
        return Document.parse(file).root().value("tiers").isPresent();
    }

    static SiteProcedure read(Path name, String text) {
        return Document.read(name, text, SiteProcedureFile::procedure);
    }

    private static SiteProcedure procedure(Fields fields) {
        String id = fields.text("id");
        String title = fields.text("title");
        List<Tier> tiers = fields.list("tiers", TierReader::read);
        fields.end();
        return new SiteProcedure(id, title, tiers);
    }
}
