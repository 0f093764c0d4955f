package understudy.driver.pacemaker.helper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import understudy.driver.pacemaker.node.Script;
import understudy.remote.Digest;
import understudy.remote.NodeFiles;

/**
 * The one file on a node that an account may call as root: the driver's scripts by name, and the list of what may be called. It
 * carries the digest of what every site has alike, by which a driver sees whether it speaks with its own version.
 */
public final class Helper {
    /** Where it lies. */
    public static final String PATH = "/usr/local/lib/understudy/node";

    private static final String END = "UNDERSTUDY_END";
    private static final int DIGITS = 16;
    static final List<String> SCRIPTS = List.of(
            "blocks",
            "cluster",
            "look",
            "await",
            "await-arrival",
            "observe",
            "check",
            "history",
            "offer",
            "simulate",
            "warm",
            "survey",
            "stack",
            "who",
            "have",
            "job-old",
            "job-packages",
            "job-downgrade",
            "job-fetch",
            "job-install",
            "job-restart");

    private Helper() {}

    /** The digest of this release's helper: 16 hexadecimal digits. */
    public static String digest() {
        return Made.DIGEST;
    }

    /** Its text, with what this site adds. */
    public static String text(SiteCalls site) {
        return text(site, digest());
    }

    /** What comes before a call, so that it is made by the helper. */
    public static List<String> prefix() {
        return List.of(PATH, digest());
    }

    private static String text(SiteCalls site, String digest) {
        String calls = Stream.concat(Calls.own().stream(), Calls.ofSite(site).stream())
                .map(CallPattern::text)
                .distinct()
                .collect(Collectors.joining("\n"));
        String jobs = String.join("\n", Calls.jobs(List.of(PATH, digest), site));
        return resource("helper.sh")
                .replace("@DIGEST@", digest)
                .replace("@CALLS@", fit(calls))
                .replace("@JOBS@", fit(jobs))
                .replace("@SCRIPTS@", scripts());
    }

    private static String scripts() {
        List<String> cases = new ArrayList<>();
        SCRIPTS.forEach(name -> cases.add(one(name, Script.resource(name))));
        cases.add(one("put", NodeFiles.script()));
        return String.join("\n", cases);
    }

    private static String one(String name, String text) {
        return "    " + name + ")\n      cat <<'" + END + "'\n" + fit(text.stripTrailing()) + "\n" + END + "\n      ;;";
    }

    private static String fit(String text) {
        if (text.lines().anyMatch(END::equals)) {
            throw new IllegalStateException("A line of the helper's text would end it before its time.");
        }
        return text;
    }

    /** A text that ships with this package. */
    static String resource(String name) {
        try (var stream = Objects.requireNonNull(Helper.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Made when it is first asked for. */
    private static final class Made {
        static final String DIGEST = Digest.of(
                        text(SiteCalls.none(), "0".repeat(DIGITS)).getBytes(StandardCharsets.UTF_8))
                .sha256()
                .substring(0, DIGITS);
    }
}
