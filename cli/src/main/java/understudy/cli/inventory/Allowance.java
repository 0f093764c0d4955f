package understudy.cli.inventory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import understudy.documents.Fields;
import understudy.documents.Scalar;

/** How many members may fail: a number, or a share of them, rounded down. */
record Allowance(int number, boolean perCent) {
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,3})%");
    private static final int MOST = 100_000;

    /** As the key {@code failures} has it; none where it is absent. */
    static Allowance read(Fields fields) {
        if (!fields.has("failures")) {
            return new Allowance(0, false);
        }
        boolean isNumber = fields.value("failures")
                .filter(value -> value instanceof Scalar scalar && scalar.kind() == Scalar.Kind.INTEGER)
                .isPresent();
        return isNumber
                ? new Allowance(fields.number("failures", 0, MOST), false)
                : fields.as("failures", Allowance::share);
    }

    int of(int members) {
        return perCent ? members * number / 100 : number;
    }

    private static Allowance share(String text) {
        Matcher share = SHARE.matcher(text);
        if (!share.matches()) {
            throw new IllegalArgumentException(
                    "failures are written as a number of members or as a share such as 1%, not \"" + text + "\"");
        }
        return new Allowance(Integer.parseInt(share.group(1)), true);
    }
}
