package understudy.documents;

import java.util.regex.Pattern;

/**
 * A single value: a text, a number, true or false, or nothing.
 *
 * <p>An unquoted value has the kind that YAML 1.2's JSON schema gives it, so {@code yes} and {@code 0777} are texts. Quoted values are
 * always texts.
 */
public record Scalar(Position position, String text, boolean quoted) implements Value {
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

    /** What a value is before anybody asks for it. */
    public enum Kind {
        NOTHING,
        FLAG,
        INTEGER,
        DECIMAL,
        TEXT
    }

    public Kind kind() {
        if (quoted) {
            return Kind.TEXT;
        }
        return switch (text) {
            case "", "~", "null" -> Kind.NOTHING;
            case "true", "false" -> Kind.FLAG;
            case String number when INTEGER.matcher(number).matches() -> Kind.INTEGER;
            case String number when DECIMAL.matcher(number).matches() -> Kind.DECIMAL;
            case String _ -> Kind.TEXT;
        };
    }

    @Override
    public String described() {
        return switch (kind()) {
            case NOTHING -> "nothing";
            case FLAG -> text;
            case INTEGER, DECIMAL -> "the number " + Quoted.shortened(text);
            case TEXT -> "the text " + Quoted.of(text);
        };
    }
}
