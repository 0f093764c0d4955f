package understudy.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import understudy.cli.report.html.ReportHtml;
import understudy.cli.wiring.WholeFile;

/** Puts a report into a file, whole or not at all, and over nothing but an older report. */
final class ReportFile {
    private ReportFile() {}

    static void write(Path file, String page) {
        try {
            new WholeFile(file, ReportHtml.GENERATOR).write(page);
        } catch (WholeFile.Foreign other) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "The file " + file + " exists already and is no report of ours: name another one, or take it"
                            + " away.");
        } catch (IOException unwritable) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "The file " + file + " cannot be written ("
                            + unwritable.getClass().getSimpleName() + " " + unwritable.getMessage()
                            + "): name another place.");
        }
    }
}
