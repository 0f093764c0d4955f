package understudy.engine.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An audit as it stands in its file.
 *
 * @param lines the whole ones, without their ends
 * @param bytes how long they are together, with their ends
 * @param brokenOff what stands behind the last line end: a line that is being written, or was when its writer died
 */
public record AuditText(List<String> lines, long bytes, String brokenOff) {
    public AuditText {
        lines = List.copyOf(lines);
    }

    /** Reads a file of which nothing is believed. */
    public static AuditText read(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        String whole = new String(all, 0, Math.max(end - 1, 0), StandardCharsets.UTF_8);
        return new AuditText(
                end == 0 ? List.of() : List.of(whole.split("\n", -1)),
                end,
                new String(all, end, all.length - end, StandardCharsets.UTF_8));
    }
}
