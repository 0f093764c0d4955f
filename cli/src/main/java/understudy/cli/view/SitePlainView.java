package understudy.cli.view;

import java.io.PrintWriter;
import java.time.ZoneId;
import understudy.core.run.Event;
import understudy.core.run.Question;
import understudy.core.site.MemberName;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteState;
import understudy.engine.ports.RunListener;

/**
 * A site's run as plain lines: for logs, pipes and terminals that cannot do more. Of a member's run only what somebody must answer, and
 * what its users noticed, stands among them.
 */
public final class SitePlainView implements SiteView {
    private final PrintWriter out;
    private final SiteLine lines;
    private final EventLine members;

    public SitePlainView(PrintWriter out, ZoneId zone) {
        this.out = out;
        this.lines = new SiteLine(zone);
        this.members = new EventLine(zone);
    }

    @Override
    public void recorded(SiteEvent event, SiteState state) {
        lines.of(event).ifPresent(this::tell);
    }

    @Override
    public RunListener member(MemberName name) {
        RunView heard = (event, _) -> {
            if (isTold(event)) {
                members.of(event).ifPresent(line -> tell(line + " (" + name + ")"));
            }
        };
        return heard;
    }

    @Override
    public void close() {}

    static boolean isTold(Event event) {
        return event instanceof Event.OutageMeasured
                || (event instanceof Event.QuestionAsked asked
                        && asked.question().kind() != Question.Kind.HOLD);
    }

    private synchronized void tell(String line) {
        out.println(line);
        out.flush();
    }
}
