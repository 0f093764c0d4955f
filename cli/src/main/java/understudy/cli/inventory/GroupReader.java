package understudy.cli.inventory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import understudy.cli.inventory.ClusterEntry.GroupEntry;
import understudy.cli.inventory.ClusterEntry.ProbeEntry;
import understudy.documents.Fields;
import understudy.documents.Scalar;
import understudy.documents.Sequence;
import understudy.documents.Value;

/** Reads what the owner says of one group: weight, probes, what proves and warms the node that is to take it. */
final class GroupReader {
    private GroupReader() {}

    static GroupEntry read(Fields fields) {
        OptionalInt weight = number(fields, "weight", 0, 1_000_000);
        OptionalInt least = number(fields, "least", 1, 64);
        List<ProbeEntry> probes = fields.has("probes") ? fields.list("probes", GroupReader::probe) : List.of();
        List<List<String>> ready =
                fields.has("ready") ? fields.items("ready", command -> words(fields, command)) : List.of();
        List<String> warm = fields.has("warm") ? fields.strings("warm") : List.of();
        fields.end();
        return new GroupEntry(weight, least, probes, ready, warm);
    }

    private static OptionalInt number(Fields fields, String key, int least, int most) {
        return fields.has(key) ? OptionalInt.of(fields.number(key, least, most)) : OptionalInt.empty();
    }

    private static Optional<List<String>> words(Fields fields, Value command) {
        if (command instanceof Sequence words
                && !words.items().isEmpty()
                && words.items().stream().allMatch(Scalar.class::isInstance)) {
            return Optional.of(words.items().stream()
                    .map(Scalar.class::cast)
                    .map(Scalar::text)
                    .toList());
        }
        fields.reject(command, "a command is written as a list of its words, such as [nginx, -t]");
        return Optional.empty();
    }

    private static ProbeEntry probe(Fields fields) {
        ProbeEntry.Kind kind = fields.choice("kind", ProbeEntry.Kind.class);
        if (kind == ProbeEntry.Kind.COMMAND) {
            List<String> command = fields.strings("command");
            fields.end();
            return new ProbeEntry(kind, "", 0, "", OptionalInt.empty(), command);
        }
        String address = fields.text("address");
        int port = fields.number("port", 1, 65535);
        String path = kind == ProbeEntry.Kind.HTTP ? fields.optionalText("path").orElse("/") : "";
        OptionalInt status = kind == ProbeEntry.Kind.HTTP ? number(fields, "status", 100, 599) : OptionalInt.empty();
        fields.end();
        return new ProbeEntry(kind, address, port, path, status, List.of());
    }
}
