package understudy.cli.view;

/**
 * Makes text that came from a cluster safe for a terminal: what would steer it, or turn the direction of writing, becomes a
 * question mark. Names are checked when they are read; a package manager's last words or a reason from a node are not.
 */
public final class Printable {
    private Printable() {}

    /** The text on one line, without anything but what can be seen. */
    public static String line(String text) {
        if (text.chars().noneMatch(Printable::isUnseen)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> clean.appendCodePoint(isUnseen(sign) ? stand(sign) : sign));
        return clean.toString();
    }

    private static int stand(int sign) {
        return sign == '\n' || sign == '\t' ? ' ' : '?';
    }

    private static boolean isUnseen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
