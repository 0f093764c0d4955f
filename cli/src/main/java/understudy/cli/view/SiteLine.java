package understudy.cli.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import understudy.core.run.Hold;
import understudy.core.site.SiteEvent;

/** One event of a site run as a line. */
public final class SiteLine {
    private final DateTimeFormatter time;

    public SiteLine(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    /** Empty for what no reader needs. */
    public Optional<String> of(SiteEvent event) {
        String text = switch (event) {
            case SiteEvent.SiteOpened opened ->
                "Site " + opened.header().site() + ": run " + opened.header().run() + " with "
                        + opened.header().plan().waves().size() + " waves.";
            case SiteEvent.MemberBegan began -> began.member() + " begins as run " + began.run() + ".";
            case SiteEvent.MemberEnded ended ->
                ended.member() + " " + word(ended) + ": " + ended.note()
                        + ended.unexplained().map(odd -> " But " + odd).orElse("");
            case SiteEvent.MemberHeld held ->
                held.member() + " waits for the others of its pool, " + word(held.place()) + ".";
            case SiteEvent.MemberLetOn on ->
                on.member() + " goes on, " + word(on.place())
                        + (on.reason().isEmpty() ? "; all are there." : ": " + on.reason() + ".");
            case SiteEvent.MemberCalledBack back -> back.member() + " is called back unpatched: " + back.reason() + ".";
            case SiteEvent.SiteRefused no -> what(no.what()) + ": " + no.reason();
            case SiteEvent.SiteProven proven ->
                "Proven by the owner's command: " + proven.confirmation()
                        + (proven.said().isBlank() ? "." : " (" + proven.said() + ").");
            case SiteEvent.SiteListed listed ->
                "Listed by the owner's command: " + listed.comparison() + ", "
                        + Text.count((int) listed.listing().lines().count(), "line") + ".";
            case SiteEvent.SiteWarned warned -> "Warning: " + warned.sentence();
            case SiteEvent.SiteAsked asked ->
                "Question " + asked.question().id() + ": " + asked.question().text();
            case SiteEvent.SiteAnswered answered ->
                "Question " + answered.question() + " answered " + (answered.yes() ? "yes" : "no") + " by "
                        + answered.by() + ".";
            case SiteEvent.SitePauseAsked pause -> "Paused by " + pause.by() + ": nobody else begins.";
            case SiteEvent.SiteResumeAsked resume -> "Resumed by " + resume.by() + ".";
            case SiteEvent.SiteAbortAsked abort ->
                "Aborted by " + abort.by() + ": nobody else begins, and those under way end at their next safe place.";
            case SiteEvent.WaveAbortAsked abort -> "Wave " + abort.wave() + " is ended, asked by " + abort.by() + ".";
            case SiteEvent.MemberAbortAsked abort -> abort.member() + " is ended, asked by " + abort.by() + ".";
            case SiteEvent.SiteRetryAsked retry -> "Whoever failed is tried again, asked by " + retry.by() + ".";
            case SiteEvent.WaveRetryAsked retry ->
                "Whoever of wave " + retry.wave() + " failed is tried again, asked by " + retry.by() + ".";
            case SiteEvent.SiteSkipAsked skip -> "Whoever was not begun is left out, asked by " + skip.by() + ".";
            case SiteEvent.MemberRetryAsked retry -> retry.member() + " is tried again, asked by " + retry.by() + ".";
            case SiteEvent.MemberSkipAsked skip -> skip.member() + " is left out, asked by " + skip.by() + ".";
            case SiteEvent.WaveSkipAsked skip -> "Wave " + skip.wave() + " is left out, asked by " + skip.by() + ".";
            case SiteEvent.SitePassed _ -> "";
            case SiteEvent.SiteEnded ended -> ended.result() + ": " + ended.note();
        };
        return text.isEmpty() ? Optional.empty() : Optional.of(at(event.at()) + "  " + Printable.line(text));
    }

    /** What waits because of a program's no. */
    private static String what(String what) {
        String id = what.substring(what.indexOf('/') + 1);
        return switch (what.substring(0, Math.max(0, what.indexOf('/')))) {
            case "wave" -> "Wave " + id + " waits";
            case "confirm" -> "Not proven, " + id;
            case "list" -> "Not listed, " + id;
            default -> "The run waits";
        };
    }

    /** How a member stands at its hold. */
    static String word(Hold place) {
        return switch (place) {
            case READY -> "ready for its outage";
            case OFFLINE -> "offline and unpatched";
            case ONLINE -> "patched and offline";
        };
    }

    private static String word(SiteEvent.MemberEnded ended) {
        return switch (ended.result()) {
            case DONE -> "done";
            case FAILED -> "FAILED";
            case BROKEN_OFF -> "BROKEN OFF";
            case AWAY -> "is out of reach";
        };
    }

    private String at(Instant moment) {
        return time.format(moment);
    }
}
