package understudy.procedures;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import understudy.core.procedure.Procedure;
import understudy.core.procedure.ProcedureStep;
import understudy.documents.Document;
import understudy.documents.Fields;

/** Reads a procedure's YAML file; its schema is {@code docs/schema/procedure.schema.json}. */
public final class ProcedureFile {
    private ProcedureFile() {}

    /**
     * Reads a user's own file.
     *
     * @throws understudy.documents.BrokenDocument with every problem as {@code file:line:column: sentence}
     */
    public static Procedure read(Path file) {
        return Document.read(file, ProcedureFile::procedure);
    }

    static Procedure read(Path name, String text) {
        return Document.read(name, text, ProcedureFile::procedure);
    }

    private static Procedure procedure(Fields fields) {
        String id = fields.text("id");
        String title = fields.text("title");
        Applies applies = fields.mapping("applies", Applies::read);
        Procedure.Order order = fields.optional("order", key -> fields.choice(key, Procedure.Order.class))
                .orElse(Procedure.Order.PASSIVE_FIRST);
        Procedure.HandoverTiming timing = fields.optional(
                        "timing", key -> fields.choice(key, Procedure.HandoverTiming.class))
                .orElse(Procedure.HandoverTiming.AFTER_PASSIVE_NODES);
        Procedure.Visit visit = fields.optional("visit", key -> fields.choice(key, Procedure.Visit.class))
                .orElse(Procedure.Visit.VACATED);
        Procedure.Vacate vacate = fields.optional("vacate", key -> fields.choice(key, Procedure.Vacate.class))
                .orElse(Procedure.Vacate.WEIGHTED);
        boolean versionFence = fields.optional("versionFence", fields::flag).orElse(false);
        List<ProcedureStep> before = steps(fields, "before");
        List<ProcedureStep> node = steps(fields, "node");
        List<ProcedureStep> handover = steps(fields, "handover");
        Optional<String> pointOfNoReturn = fields.optionalText("pointOfNoReturn");
        List<ProcedureStep> proof = steps(fields, "proof");
        List<ProcedureStep> after = steps(fields, "after");
        uniqueIds(fields, List.of(before, node, handover, proof, after));
        pointOfNoReturn
                .filter(point -> handover.stream().noneMatch(step -> step.id().equals(point)))
                .ifPresent(point -> fields.reject(
                        "pointOfNoReturn",
                        "no step of \"handover\" is called \"" + point + "\": name one of its steps"));
        fields.end();
        return new Procedure(
                id,
                title,
                applies.platform(),
                applies.kinds(),
                order,
                timing,
                visit,
                vacate,
                versionFence,
                before,
                node,
                handover,
                pointOfNoReturn,
                proof,
                after);
    }

    private static List<ProcedureStep> steps(Fields fields, String key) {
        return fields.has(key) ? fields.list(key, StepReader::read) : List.of();
    }

    private static void uniqueIds(Fields fields, List<List<ProcedureStep>> lists) {
        Set<String> seen = new HashSet<>();
        for (ProcedureStep step : lists.stream().flatMap(List::stream).toList()) {
            if (!seen.add(step.id())) {
                fields.reject(
                        "id",
                        "two steps are called \"" + step.id()
                                + "\": a step's id is its name in plans and journals, so give each its own");
            }
        }
    }

    private record Applies(String platform, List<String> kinds) {
        static Applies read(Fields fields) {
            String platform = fields.text("platform");
            List<String> kinds = fields.has("kinds") ? fields.strings("kinds") : List.of();
            fields.end();
            return new Applies(platform, kinds);
        }
    }
}
