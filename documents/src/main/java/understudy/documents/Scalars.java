package understudy.documents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What a single value must look like to be a text, a number, a flag or a moment; each refusal is a sentence for the writer. */
final class Scalars {
    private Scalars() {}

    static Scalar of(Value value) {
        if (value instanceof Scalar scalar) {
            return scalar;
        }
        throw new IllegalArgumentException("a single value is wanted here, not " + value.described());
    }

    static String text(Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> notBlank(scalar.text());
            case NOTHING ->
                throw new IllegalArgumentException("a text is missing after the colon or hyphen: write one");
            case FLAG, INTEGER, DECIMAL ->
                throw new IllegalArgumentException(
                        "a text is wanted here, not " + scalar.described() + ": put it in quotes");
        };
    }

    static int number(Scalar scalar, int least, int most) {
        if (scalar.kind() != Scalar.Kind.INTEGER) {
            throw new IllegalArgumentException("a whole number is wanted here, not " + scalar.described());
        }
        // Ten digits and a sign hold every int, and a long holds them.
        long number = scalar.text().length() <= 11 ? Long.parseLong(scalar.text()) : Long.MAX_VALUE;
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    scalar.described() + " is out of range: write one from " + least + " to " + most);
        }
        return (int) number;
    }

    static double decimal(Scalar scalar, double least, double most) {
        if (scalar.kind() != Scalar.Kind.INTEGER && scalar.kind() != Scalar.Kind.DECIMAL) {
            throw new IllegalArgumentException("a number is wanted here, not " + scalar.described());
        }
        double number = Double.parseDouble(scalar.text());
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    scalar.described() + " is out of range: write one from " + least + " to " + most);
        }
        return number;
    }

    static boolean flag(Scalar scalar) {
        if (scalar.kind() != Scalar.Kind.FLAG) {
            throw new IllegalArgumentException("true or false is wanted here, not " + scalar.described());
        }
        return Boolean.parseBoolean(scalar.text());
    }

    static Instant instant(Scalar scalar) {
        String text = text(scalar);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    Quoted.of(text) + " is not a moment with its zone: write for instance 2026-11-20T22:00:00Z", wrong);
        }
    }

    private static String notBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an empty text is not allowed here: write one, or leave the key out");
        }
        return text;
    }
}
