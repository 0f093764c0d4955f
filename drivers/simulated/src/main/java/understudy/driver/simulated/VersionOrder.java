package understudy.driver.simulated;

/** Compares version numbers as people read them: digits as numbers, everything else as text. */
final class VersionOrder {
    private VersionOrder() {}

    static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            if (isDigit(left.charAt(i)) && isDigit(right.charAt(j))) {
                int endLeft = endOfNumber(left, i);
                int endRight = endOfNumber(right, j);
                int order = number(left, i, endLeft).compareTo(number(right, j, endRight));
                if (order != 0) {
                    return order;
                }
                i = endLeft;
                j = endRight;
                continue;
            }
            int order = Character.compare(left.charAt(i), right.charAt(j));
            if (order != 0) {
                return order;
            }
            i++;
            j++;
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static java.math.BigInteger number(String text, int from, int to) {
        return new java.math.BigInteger(text.substring(from, to));
    }
}
