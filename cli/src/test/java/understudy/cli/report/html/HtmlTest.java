package understudy.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
    @Test
    void textAndAttributesAreEscaped() {
        Html.Element element = Html.element("td", "<b a='1'>&").with("title", "\"><script>");
        assertThat(HtmlWriter.document(element)).isEqualTo("""
                <!doctype html>
                <td title="&quot;&gt;&lt;script&gt;">&lt;b a=&#39;1&#39;&gt;&amp;</td>
                """);
    }

    @Test
    void whatCannotBeSeenBecomesAQuestionMark() {
        assertThat(HtmlWriter.document(Html.element("b", "a\u0000b\u001bc\u202ed\nf\ud800g")))
                .isEqualTo("<!doctype html>\n<b>a?b?c?d f?g</b>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "onclick, go()",
        "src, x.png",
        "style, color:red",
        "href, https://example.com",
        "href, javascript:x",
        "a b, c"
    })
    void anAttributeNeitherActsNorLeadsAway(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Html.element("a").with(name, value))
                .withMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({"script", "SCRIPT", "a b", "b>"})
    void anElementIsAPlainOne(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Html.element(name));
    }

    @Test
    void theStyleSheetLoadsNothingAndEndsOnlyWhereItEnds() {
        assertThat(StyleSheet.ofTheReport().text())
                .doesNotContain("</", "@import", "//")
                .doesNotContainPattern("url\\((?!#)");
    }
}
