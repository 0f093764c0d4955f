package understudy.documents;

/** How a value from a file is repeated in a message: in quotes, on one line, never longer than a message can bear. */
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        return '"' + shortened(text) + '"';
    }

    static String shortened(String text) {
        String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        StringBuilder visible = new StringBuilder();
        beginning
                .codePoints()
                .forEach(point -> visible.appendCodePoint(
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '?' : point));
        return visible.toString();
    }
}
