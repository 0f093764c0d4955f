package understudy.driver.bigfix.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The documents that issue actions, in the order of elements that BES.xsd demands. Each ends by itself, so that none is begun late. */
public final class ActionPage {
    private static final String SCRIPT = "application/x-Fixlet-Windows-Shell";
    /** The longest title that the schema allows. */
    private static final int LONGEST_TITLE = 255;

    private ActionPage() {}

    /**
     * What a Fixlet is to do on one computer.
     *
     * @param secure parameters that the server keeps encrypted
     */
    public record Sourced(
            SiteName site,
            int fixlet,
            int computer,
            Map<String, String> parameters,
            Map<String, String> secure,
            Duration life,
            String title) {}

    /** A Fixlet's action on one computer, by its id, because that reaches the agent's mailbox. */
    public static String sourced(Sourced order) {
        var page = Page.bes().start("SourcedFixletAction").start("SourceFixlet");
        page.element("Sitename", order.site().name())
                .element("FixletID", Integer.toString(order.fixlet()))
                .end();
        page.start("Target")
                .element("ComputerID", Integer.toString(order.computer()))
                .end();
        order.parameters().forEach((name, value) -> page.element("Parameter", value, "Name", name));
        order.secure().forEach((name, value) -> page.element("SecureParameter", value, "Name", name));
        settings(page, order.life());
        return page.element("Title", bounded(order.title())).whole();
    }

    /** Agents report at once. */
    public static String report(String title, List<Integer> computers, Duration life) {
        var page = single(title, "true", "notify client ForceRefresh", life).start("Target");
        computers.forEach(id -> page.element("ComputerID", Integer.toString(id)));
        return page.whole();
    }

    /** No computer ever carries it out: its title is what it is for. */
    public static String record(String title, Duration life) {
        return single(title, "false", "", life)
                .start("Target")
                .element("CustomRelevance", "False")
                .whole();
    }

    private static Page single(String title, String relevance, String script, Duration life) {
        var page = Page.bes()
                .start("SingleAction")
                .element("Title", bounded(title))
                .element("Relevance", relevance)
                .element("ActionScript", script, "MIMEType", SCRIPT)
                .element("SuccessCriteria", "", "Option", "RunToCompletion");
        settings(page, life);
        return page;
    }

    private static void settings(Page page, Duration life) {
        page.start("Settings")
                .element("HasEndTime", "true")
                .element("EndDateTimeOffset", offset(life))
                .element("UseUTCTime", "true")
                .element("Reapply", "false")
                .element("HasRetry", "false")
                .element("IsOffer", "false")
                .end();
    }

    /** Days, hours, minutes and seconds, as the schema's pattern for intervals wants them. */
    private static String offset(Duration life) {
        return "P" + life.toDays() + "DT" + life.toHoursPart() + "H" + life.toMinutesPart() + "M" + life.toSecondsPart()
                + "S";
    }

    private static String bounded(String title) {
        if (title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("A title has at most " + LONGEST_TITLE + " characters: " + title);
        }
        return title;
    }
}
