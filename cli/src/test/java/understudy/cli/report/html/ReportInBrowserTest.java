package understudy.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
import understudy.cli.report.RunReport;
import understudy.cli.wiring.Demo;
import understudy.cli.wiring.Member;
import understudy.cli.wiring.Platforms;
import understudy.cli.wiring.Preparation;
import understudy.cli.wiring.Rehearsal;
import understudy.core.model.RunId;
import understudy.driver.simulated.Pace;
import understudy.engine.ports.RunListener;

/** The report as a browser shows it; the pictures that it takes stay in {@code target/report}. */
@Tag("browser")
class ReportInBrowserTest {
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
    @CsvSource({
        "demo, 1400, light", "demo, 1400, dark", "demo, 375, light", "demo, 375, dark",
        "stopped, 1400, light", "stopped, 1400, dark", "stopped, 375, light", "stopped, 375, dark"
    })
    void isWholeAndReadable(String run, int width, String scheme) throws Exception {
        Path page = page(run);
        chromium.open(page, width, scheme);
        chromium.photograph(PICTURES.resolve(run + "-" + width + "-" + scheme + ".png"));
        new Wholeness(chromium).holds(page, width);
    }

    @Test
    void hasItsKeyElements() throws Exception {
        chromium.open(page("demo"), 1400, "light");
        assertThat(count("h1")).isOne();
        assertThat(count("svg.drawing[role=img] > title, svg.drawing > desc")).isEqualTo(2);
        assertThat(count("svg.drawing rect.outage")).isOne();
        assertThat(count("svg.drawing rect.installing")).isEqualTo(3);
        assertThat(count("table:not(:has(> caption)), th:not([scope])")).isZero();
        assertThat(count("header, nav, main, footer")).isEqualTo(4);
        assertThat(count("script, img, iframe, object, embed, link[href^=http], [src]"))
                .isZero();
    }

    @Test
    void anOutageOfASecondInANightIsStillSeen() throws Exception {
        chromium.open(page("stopped"), 375, "light");
        assertThat(chromium.evaluate("document.querySelector('.outage-mark').getBoundingClientRect().width")
                        .asDouble())
                .isGreaterThan(8);
    }

    @Test
    void darkIsDarkAndLightIsLight() throws Exception {
        String ground = "getComputedStyle(document.body).backgroundColor";
        chromium.open(page("demo"), 1400, "light");
        assertThat(chromium.evaluate(ground).asString()).isEqualTo("rgb(251, 250, 248)");
        chromium.open(page("demo"), 1400, "dark");
        assertThat(chromium.evaluate(ground).asString()).isEqualTo("rgb(20, 24, 28)");
    }

    @Test
    void isPrintedDarkOnWhiteWhateverTheScreen() throws Exception {
        chromium.open(page("demo"), 1400, "dark");
        Path paper = PICTURES.resolve("demo.pdf");
        chromium.print(paper);
        assertThat(Files.readString(paper, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(Files.size(paper)).isGreaterThan(20_000);
    }

    @Test
    void hostileWordsDoNothing() throws Exception {
        Path page = folder.resolve("hostile.html");
        RunReport report =
                HostileRun.saying("<script>window.owned=1</script><img src=x onerror=window.owned=1>'\"</style>");
        Files.writeString(page, ReportHtml.of(report, ZoneId.of("Europe/Berlin")));
        chromium.open(page, 375, "light");
        assertThat(chromium.evaluate("typeof window.owned").asString()).isEqualTo("undefined");
        assertThat(count("script, img")).isZero();
        assertThat(chromium.requests()).filteredOn(url -> !url.equals("data:,")).hasSize(1);
        assertThat(chromium.complaints()).isEmpty();
    }

    private int count(String selector) throws Exception {
        return chromium.evaluate("document.querySelectorAll('" + selector + "').length")
                .asInt();
    }

    private Path page(String run) throws Exception {
        RunReport report = run.equals("demo") ? demo() : HostileRun.saying("what the package manager had to say of it");
        return Files.writeString(folder.resolve(run + ".html"), ReportHtml.of(report, ZoneId.of("Europe/Berlin")));
    }

    private static RunReport demo() throws Exception {
        try (Member member = Platforms.simulated(Demo.scenario(), Pace.unbounded())) {
            return Rehearsal.play(
                    new RunId("demo"),
                    Demo.assignment(),
                    Preparation.of(Demo.assignment(), member),
                    member,
                    RunListener.none());
        }
    }
}
