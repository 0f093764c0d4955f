package understudy.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpositionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"Cluster Group", "a \"b\" c", "back\\slash", "two\nlines", "{x=\"y\"} 1", "ends with \\", ""})
    void whateverAGroupIsCalledIsReadBack(String name) {
        String text = new Exposition()
                .gauge("some_seconds", "Some\nhelp.")
                .sample(Map.of("group", name), new BigDecimal("12.340"))
                .toString();
        assertThat(TextFormat.read(text))
                .containsExactly(Map.entry(new TextFormat.Series("some_seconds", Map.of("group", name)), 12.34));
    }

    @Test
    void largeNumbersStayPlain() {
        String text = new Exposition()
                .gauge("at_seconds", "When.")
                .sample(Map.of(), new BigDecimal("1795276800.000"))
                .toString();
        assertThat(text).endsWith("at_seconds{} 1795276800\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# HELP a b\n# TYPE a gauge\na{} 1",
                "# HELP a b\n# TYPE a gauge\na{} 1 1795276800000\n",
                "# HELP a b\n# TYPE a gauge\na{} 1\na{} 2\n",
                "# HELP a b\n# TYPE a gauge\na{x=\"1\",x=\"2\"} 1\n",
                "# HELP a b\n# TYPE a gauge\na{x=\"1\\t\"} 1\n",
                "# HELP a b\n# TYPE a gauge\na{x=\"1\"y=\"2\"} 1\n",
                "# HELP a b\n# TYPE a gauge\na{} one\n",
                "# HELP a_total b\n# TYPE a_total gauge\na_total{} 1\n",
                "# TYPE a gauge\na{} 1\n",
                "a{} 1\n",
                "# HELP a b\n# TYPE a gauge\nb{} 1\n",
                "\n"
            })
    void theReaderOfTheseTestsIsStrict(String text) {
        assertThatThrownBy(() -> TextFormat.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
