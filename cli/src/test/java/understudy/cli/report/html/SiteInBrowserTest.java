package understudy.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.cli.report.TestingSiteNight;

/** The report of a site as a browser shows it; the pictures that it takes stay in {@code target/report}. */
@Tag("browser")
class SiteInBrowserTest {
    private static final Path PICTURES = Path.of("target/report");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(PICTURES);
        chromium = Chromium.start(Files.createDirectory(folder.resolve("profile")));
    }

    @AfterEach
    void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"1400, light", "1400, dark", "375, light", "375, dark"})
    void isWholeAndReadable(int width, String scheme) throws Exception {
        Path page = page("What the package manager had to say of it was long, and is told here at length.");
        chromium.open(page, width, scheme);
        chromium.photograph(PICTURES.resolve("site-" + width + "-" + scheme + ".png"));
        new Wholeness(chromium).holds(page, width);
    }

    @Test
    void hostileWordsDoNothing() throws Exception {
        chromium.open(
                page("<script>window.owned=1</script><img src=x onerror=window.owned=1>'\"</style>"), 375, "light");
        assertThat(chromium.evaluate("typeof window.owned").asString()).isEqualTo("undefined");
        assertThat(chromium.evaluate("document.querySelectorAll('script, img').length")
                        .asInt())
                .isZero();
        assertThat(chromium.complaints()).isEmpty();
    }

    private Path page(String word) throws Exception {
        return Files.writeString(
                folder.resolve("site.html"), SiteHtml.of(TestingSiteNight.report(word), ZoneId.of("Europe/Berlin")));
    }
}
