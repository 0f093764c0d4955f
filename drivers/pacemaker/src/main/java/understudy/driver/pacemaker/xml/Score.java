package understudy.driver.pacemaker.xml;

import java.util.OptionalInt;

/** Pacemaker's scores: whole numbers, with {@code INFINITY} for 1,000,000. */
public final class Score {
    /** What {@code INFINITY} stands for. */
    public static final int INFINITY = 1_000_000;

    private Score() {}

    /** The score that the text means, cut off at infinity; empty where it means none. */
    public static OptionalInt parse(String text) {
        return switch (text) {
            case "INFINITY", "+INFINITY", "infinity" -> OptionalInt.of(INFINITY);
            case "-INFINITY", "-infinity" -> OptionalInt.of(-INFINITY);
            default -> number(text);
        };
    }

    private static OptionalInt number(String text) {
        if (!text.matches("[+-]?[0-9]{1,15}")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.clamp(Long.parseLong(text), -INFINITY, INFINITY));
    }
}
