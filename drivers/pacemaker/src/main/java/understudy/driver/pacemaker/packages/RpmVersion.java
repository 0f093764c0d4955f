package understudy.driver.pacemaker.packages;

import java.util.regex.Pattern;

/**
 * Compares versions as rpm does: epoch, version, release; in each, segments of digits or letters, digits newer than letters,
 * {@code ~} before and {@code ^} after the end, all other characters only separate.
 */
public final class RpmVersion {
    private static final Pattern SEPARATORS = Pattern.compile("^[^A-Za-z0-9~^]+");

    private RpmVersion() {}

    /** Negative where {@code left} is older than {@code right}, positive where it is newer, 0 where neither is. */
    public static int compare(String left, String right) {
        var first = Parts.of(left);
        var second = Parts.of(right);
        int order = DebianVersion.compareDigits(first.epoch, second.epoch);
        if (order == 0) {
            order = compareSegments(first.version, second.version);
        }
        return order != 0 || first.release.isEmpty() || second.release.isEmpty()
                ? order
                : compareSegments(first.release, second.release);
    }

    private static int compareSegments(String left, String right) {
        var l = left;
        var r = right;
        while (true) {
            l = SEPARATORS.matcher(l).replaceFirst("");
            r = SEPARATORS.matcher(r).replaceFirst("");
            if (l.startsWith("~") || r.startsWith("~")) {
                if (!l.startsWith("~")) {
                    return 1;
                }
                if (!r.startsWith("~")) {
                    return -1;
                }
                l = l.substring(1);
                r = r.substring(1);
                continue;
            }
            if (l.startsWith("^") || r.startsWith("^")) {
                if (l.isEmpty() || r.isEmpty()) {
                    return l.isEmpty() ? -1 : 1;
                }
                if (!l.startsWith("^") || !r.startsWith("^")) {
                    return l.startsWith("^") ? -1 : 1;
                }
                l = l.substring(1);
                r = r.substring(1);
                continue;
            }
            if (l.isEmpty() || r.isEmpty()) {
                return Integer.compare(l.length(), r.length());
            }
            boolean digits = isDigit(l.charAt(0));
            var first = segment(l, digits);
            var second = segment(r, digits);
            if (second.isEmpty()) {
                return digits ? 1 : -1;
            }
            int order = digits ? DebianVersion.compareDigits(first, second) : first.compareTo(second);
            if (order != 0) {
                return order;
            }
            l = l.substring(first.length());
            r = r.substring(second.length());
        }
    }

    private static String segment(String text, boolean digits) {
        int end = 0;
        while (end < text.length() && (digits ? isDigit(text.charAt(end)) : isLetter(text.charAt(end)))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private record Parts(String epoch, String version, String release) {
        static Parts of(String text) {
            int colon = text.indexOf(':');
            var epoch = colon < 0 ? "0" : text.substring(0, colon);
            var rest = text.substring(colon + 1);
            int dash = rest.lastIndexOf('-');
            return dash < 0
                    ? new Parts(epoch, rest, "")
                    : new Parts(epoch, rest.substring(0, dash), rest.substring(dash + 1));
        }
    }
}
