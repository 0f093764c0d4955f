package understudy.cli.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import understudy.cli.report.html.ReportHtml;

/** Puts a report into a file, whole or not at all, and over nothing but an older report. */
final class ReportFile {
    private static final int HEAD = 4096;

    private ReportFile() {}

    static void write(Path file, String page) {
        try {
            if (Files.exists(file) && !isReport(file)) {
                throw new Ending(
                        ExitCode.BAD_INPUT,
                        "The file " + file + " exists already and is no report of ours: name another one, or take it"
                                + " away.");
            }
            Path part = file.resolveSibling(
                    file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                Files.writeString(part, page, StandardOpenOption.CREATE_NEW);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException unwritable) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "The file " + file + " cannot be written ("
                            + unwritable.getClass().getSimpleName() + " " + unwritable.getMessage()
                            + "): name another place.");
        }
    }

    private static boolean isReport(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(HEAD), StandardCharsets.UTF_8).contains(ReportHtml.GENERATOR);
        }
    }
}
