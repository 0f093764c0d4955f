package understudy.driver.pacemaker.packages;

/**
 * Compares versions as dpkg does (deb-version(7)): epoch, upstream version, revision; in each, runs of non-digits by letters
 * before other characters and {@code ~} before everything, even the end, and runs of digits by their value.
 */
public final class DebianVersion {
    private DebianVersion() {}

    /** Negative where {@code left} is older than {@code right}, positive where it is newer, 0 where neither is. */
    public static int compare(String left, String right) {
        var first = Parts.of(left);
        var second = Parts.of(right);
        int order = comparePart(first.epoch, second.epoch);
        if (order == 0) {
            order = comparePart(first.upstream, second.upstream);
        }
        return order != 0 ? order : comparePart(first.revision, second.revision);
    }

    private static int comparePart(String left, String right) {
        int l = 0;
        int r = 0;
        while (l < left.length() || r < right.length()) {
            while (isNonDigit(left, l) || isNonDigit(right, r)) {
                int order = weight(left, l) - weight(right, r);
                if (order != 0) {
                    return order;
                }
                l++;
                r++;
            }
            int leftEnd = endOfDigits(left, l);
            int rightEnd = endOfDigits(right, r);
            int order = compareDigits(
                    left.substring(Math.min(l, leftEnd), leftEnd), right.substring(Math.min(r, rightEnd), rightEnd));
            if (order != 0) {
                return order;
            }
            l = leftEnd;
            r = rightEnd;
        }
        return 0;
    }

    private static boolean isNonDigit(String text, int at) {
        return at < text.length() && !isDigit(text.charAt(at));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The end and digits weigh nothing, the tilde less than nothing, letters their code, all else more than any letter. */
    private static int weight(String text, int at) {
        if (at >= text.length() || isDigit(text.charAt(at))) {
            return 0;
        }
        char c = text.charAt(at);
        if (c == '~') {
            return -1;
        }
        boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return letter ? c : c + 256;
    }

    private static int endOfDigits(String text, int from) {
        int end = Math.min(from, text.length());
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static int compareDigits(String left, String right) {
        var first = withoutZeros(left);
        var second = withoutZeros(right);
        return first.length() != second.length()
                ? Integer.compare(first.length(), second.length())
                : first.compareTo(second);
    }

    private static String withoutZeros(String digits) {
        int at = 0;
        while (at < digits.length() && digits.charAt(at) == '0') {
            at++;
        }
        return digits.substring(at);
    }

    private record Parts(String epoch, String upstream, String revision) {
        static Parts of(String version) {
            int colon = version.indexOf(':');
            var epoch = colon < 0 ? "0" : version.substring(0, colon);
            var rest = version.substring(colon + 1);
            int dash = rest.lastIndexOf('-');
            return dash < 0
                    ? new Parts(epoch, rest, "")
                    : new Parts(epoch, rest.substring(0, dash), rest.substring(dash + 1));
        }
    }
}
