package understudy.cli.commands;

import java.io.Console;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import understudy.cli.view.LiveView;
import understudy.cli.view.PlainView;
import understudy.cli.view.RunView;
import understudy.cli.view.SiteLiveView;
import understudy.cli.view.SitePlainView;
import understudy.cli.view.SiteView;

/** Chooses how a run is shown: live where there is a terminal that can do it, else as plain lines. */
final class Views {
    private Views() {}

    static RunView of(PrintWriter out, LiveView.Clocks clocks) {
        if (!terminal()) {
            return new PlainView(out, clocks.zone());
        }
        out.flush();
        return LiveView.open(out, coloured(System.getenv()), clocks);
    }

    /** The same for a site's run. */
    static SiteView ofSite(PrintWriter out) {
        if (!terminal()) {
            return new SitePlainView(out, ZoneId.systemDefault());
        }
        out.flush();
        return SiteLiveView.open(out, coloured(System.getenv()), ZoneId.systemDefault());
    }

    /** Not where NO_COLOR is set to anything, as no-color.org has it. */
    static boolean coloured(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    private static boolean terminal() {
        String type = System.getenv("TERM");
        return type != null
                && !type.equals("dumb")
                && Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent();
    }
}
