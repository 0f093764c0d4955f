package understudy.cli.view;

import java.util.List;

/** Fits words into lines. */
final class Text {
    private static final int WIDTH = 120;

    private Text() {}

    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /** Adds the text in lines of at most 120 characters, broken at blanks, further lines after {@code indent}. */
    static void wrap(List<String> lines, String text, String indent) {
        String rest = text;
        while (rest.length() > WIDTH) {
            int cut = rest.lastIndexOf(' ', WIDTH);
            if (cut <= indent.length()) {
                break;
            }
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = indent + rest.substring(cut + 1).stripLeading();
        }
        lines.add(rest.stripTrailing());
    }
}
