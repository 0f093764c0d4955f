package understudy.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.cli.report.RunReport;
import understudy.cli.report.TestingJournal;

class ReportHtmlTest {
    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z0-9]+)((?: [a-zA-Z0-9-]+=\"[^\"<>]*\")*)>");
    private static final Pattern NAME = Pattern.compile(" (?!class=)([a-zA-Z0-9-]+)=");

    static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script>",
                "'\" onmouseover='alert(1)' x=\"",
                "&lt;b&gt;&amp;&#60;",
                "</style></title></svg></table><h1>owned",
                "<!-- ]]> --><![CDATA[",
                "javascript:alert(1)",
                "\u0000\u0007\u001b[2J\u009b\u202e\u2066\ud800",
                "m".repeat(10_000),
                "<".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileWordsChangeNothingInThePagesStructure(String words) {
        String page = page(HostileRun.saying(words));
        assertThat(structure(page)).isEqualTo(structure(page(HostileRun.saying("words"))));
        assertThat(page.chars().filter(sign -> Character.isISOControl(sign) && sign != '\n'))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void everySignThatIsNotInATagIsText(String words) {
        String page = page(HostileRun.saying(words));
        String body = page.substring(page.indexOf("</style>"));
        assertThat(TAG.matcher(body).replaceAll("")).doesNotContain("<", ">");
    }

    @Test
    void itsHeadlineSaysWhatTheUsersNoticed() {
        assertThat(page(HostileRun.saying("words")))
                .contains("<h1>The run on words has stopped</h1>")
                .contains("mail was not served for 3.0 s, in 1 outage. Planned: 1 outage, about 7 s.");
    }

    @Test
    void anOutageLinksToTheStepThatCausedIt() {
        assertThat(page(HostileRun.saying("words")))
                .contains("<a href=\"#step-1-move_3amail_3en2\">move:mail&gt;n2</a>")
                .contains("<tr id=\"step-1-move_3amail_3en2\">");
    }

    @Test
    void whatIsLeftToDoStandsBeforeEverythingElse() {
        String page = page(HostileRun.saying("words"));
        assertThat(page)
                .containsSubsequence(
                        "<main", "id=\"left\"", "understudy approve night &#39;second&#39;", "id=\"timeline\"");
        assertThat(page).contains("<code>understudy resume night</code>");
    }

    @Test
    void aRunThatHasOnlyBegunHasAReport() {
        assertThat(page(RunReport.of(TestingJournal.saying("words").events())))
                .contains("<h1>words is being patched</h1>")
                .contains("No outage was measured. Planned: none.")
                .contains("No step began.");
    }

    @Test
    void theFileIsKnownAsAReportByItsFirstLines() {
        assertThat(page(HostileRun.saying("m".repeat(10_000)))).contains(ReportHtml.GENERATOR);
        assertThat(page(HostileRun.saying("m".repeat(10_000))).substring(0, 4096))
                .contains(ReportHtml.GENERATOR);
    }

    static String page(RunReport report) {
        return ReportHtml.of(report, ZoneOffset.UTC);
    }

    /** Every tag with the names of its attributes, in order; a class may say whether a text is short. */
    private static List<String> structure(String page) {
        return TAG.matcher(page)
                .results()
                .map(tag -> tag.group(1)
                        + NAME.matcher(tag.group(2))
                                .results()
                                .map(MatchResult::group)
                                .toList())
                .toList();
    }
}
