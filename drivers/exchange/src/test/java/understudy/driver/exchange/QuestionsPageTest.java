package understudy.driver.exchange;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import understudy.driver.exchange.act.InstallerExit;
import understudy.driver.exchange.ready.Questions;

/** The page of the questions and exit codes is written from the lists that the driver uses; {@code -Dunderstudy.write=true} writes it. */
class QuestionsPageTest {
    private static final Path PAGE = Path.of("../../docs/exchange-checks.md");

    @Test
    void thePageListsEveryQuestionAndEveryExitCode() throws IOException {
        var page = page();
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }

    private static String page() {
        var questions = Questions.all().stream()
                .map(one -> "| " + one.rule() + " | `" + one.code() + "` | "
                        + one.weight().name().toLowerCase(Locale.ROOT) + " | "
                        + (one.servicePacksOnly() ? "service packs" : "all") + " | " + one.asks() + " | " + one.remedy()
                        + " | " + one.source() + " |")
                .collect(joining("\n"));
        var codes = InstallerExit.all().entrySet().stream()
                .map(code -> "| " + code.getKey() + " | " + code.getValue().sentence() + " | "
                        + code.getValue().remedy() + " |")
                .collect(joining("\n"));
        return """
                # What is asked before Exchange 2007 is patched

                `understudy check` asks all of it; a run asks it again as its first step, when nothing has been touched. What *blocks* begins nothing.
                What *asks* blocks until a person answers for it in the patch file, with name, day and words; the journal keeps them. What *warns* is
                said. The page is written by `QuestionsPageTest` with `-Dunderstudy.write=true`.

                | rule | finding | it | for | question | what to do | source |
                | --- | --- | --- | --- | --- | --- | --- |
                %s

                ## Exit codes of installers

                | code | the installer ... | what to do |
                | --- | --- | --- |
                %s

                An exit code alone is no proof: event 1002 of MSExchangeSetup, lines with `FileInUse::` and `Added to Filelist:` in the log, and the
                versions of the files are read too.
                """.formatted(questions, codes);
    }
}
