package understudy.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import understudy.cli.report.SiteReport;
import understudy.cli.report.TestingSiteNight;

/** The page of a site's run says how it ended, who is left, what the users noticed, and nothing of a cluster's words acts. */
class SiteHtmlTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void saysHowItEndedWhatIsLeftAndWhatTheUsersNoticed() {
        SiteReport report = TestingSiteNight.report("So.");

        String page = SiteHtml.of(report, BERLIN);

        assertThat(page)
                .contains(
                        "<h1>The run on office has stopped</h1>",
                        "The users of 6 members were interrupted, 7 times, for 53 min 19 s in all.",
                        "6 of 7",
                        "scc is done, but 2 outages were measured where its plan had 1.",
                        "understudy site approve office-1 &#39;failures/2&#39;",
                        ">23 November 2026, 03:02:00<",
                        "understudy site resume office-1",
                        "resumed once",
                        "not carried for");
        assertThat(page).doesNotContain("<script", "http://", "https://");
    }

    @Test
    void eachOutageIsDrawnWhereItWas() {
        String page = SiteHtml.of(TestingSiteNight.report("So."), BERLIN);
        assertThat(page.split("class=\"bar outage\"", -1)).hasSize(1 + 7 + 1);
    }

    @Test
    void aHostileWordStaysAWord() {
        String page = SiteHtml.of(TestingSiteNight.report("<script>alert(1)</script>"), BERLIN);
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
}
