package understudy.documents;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a length of time with its units, the largest first and each at most once. */
final class Durations {
    private static final String AMOUNT = "(\\d{1,9})";
    private static final Pattern UNITS =
            Pattern.compile("(?:%1$sd)?(?:%1$sh)?(?:%1$sm(?!s))?(?:%1$ss)?(?:%1$sms)?".formatted(AMOUNT));

    private Durations() {}

    static Duration read(Scalar scalar) {
        if (scalar.kind() == Scalar.Kind.INTEGER || scalar.kind() == Scalar.Kind.DECIMAL) {
            throw new IllegalArgumentException(scalar.described() + " has no unit: write for instance "
                    + scalar.text().split("\\.", 2)[0] + "s, with one of d, h, m, s, ms");
        }
        String text = Scalars.text(scalar);
        Matcher units = UNITS.matcher(text);
        if (!units.matches()) {
            throw new IllegalArgumentException(
                    Quoted.of(text) + " is not a length of time: write for instance 250ms, 90s, 10m or 1h30m");
        }
        return Duration.ofDays(amount(units, 1))
                .plusHours(amount(units, 2))
                .plusMinutes(amount(units, 3))
                .plusSeconds(amount(units, 4))
                .plusMillis(amount(units, 5));
    }

    private static long amount(Matcher units, int unit) {
        return units.group(unit) == null ? 0 : Long.parseLong(units.group(unit));
    }
}
