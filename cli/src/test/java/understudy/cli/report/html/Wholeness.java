package understudy.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** What every page of ours must keep in a browser: nothing is loaded, nothing overlaps or runs out of the screen, axe finds nothing. */
record Wholeness(Chromium chromium) {
    private static final String OVERLAPS = """
            (() => {
              const words = [...document.querySelectorAll('svg.drawing text')]
                .map(text => ({text: text.textContent, box: text.getBoundingClientRect()}))
                .filter(word => word.box.width > 0);
              const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
              return words.flatMap((word, i) => words.slice(i + 1)
                .filter(other => over(word.box, other.box)).map(other => word.text + ' / ' + other.text));
            })()""";

    void holds(Path page, int width) throws Exception {
        assertThat(chromium.requests())
                .filteredOn(url -> !url.equals("data:,"))
                .containsExactly(page.toUri().toString());
        assertThat(chromium.complaints()).isEmpty();
        assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
                .as("nothing but the tables' own boxes scrolls sideways")
                .isLessThanOrEqualTo(width);
        assertThat(chromium.evaluate(OVERLAPS).toString())
                .as("words in the drawing that lie over others")
                .isEqualTo("[]");
        assertThat(violations()).isEqualTo("[]");
    }

    /** What axe-core, the usual judge of such things, finds against the page. */
    private String violations() throws Exception {
        try (InputStream axe = Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
            chromium.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
        }
        return chromium.evaluate("axe.run().then(found => JSON.stringify(found.violations.map("
                        + "v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120) + n.failureSummary).join(' | '))))")
                .asString();
    }
}
