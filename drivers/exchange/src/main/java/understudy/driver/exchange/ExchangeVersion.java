package understudy.driver.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A version of Exchange, in whatever form it is written: {@code 8.1.240.6} in files, {@code Version 8.1 (Build 240.6)} in the directory. */
public record ExchangeVersion(List<Integer> numbers) implements Comparable<ExchangeVersion> {
    /** The component's name in targets and offers. */
    public static final String COMPONENT = "exchange";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    public ExchangeVersion {
        numbers = List.copyOf(numbers);
    }

    /** Reads it; empty where there are not at least two numbers in the text. */
    public static Optional<ExchangeVersion> read(String text) {
        List<Integer> numbers = new ArrayList<>();
        var matcher = NUMBER.matcher(text);
        while (matcher.find() && numbers.size() < 4) {
            numbers.add(Integer.valueOf(matcher.group()));
        }
        return numbers.size() < 2 ? Optional.empty() : Optional.of(new ExchangeVersion(numbers));
    }

    /** Whether both have the same service pack, which the first two numbers tell. */
    public boolean hasServicePackOf(ExchangeVersion other) {
        return number(0) == other.number(0) && number(1) == other.number(1);
    }

    @Override
    public int compareTo(ExchangeVersion other) {
        for (int at = 0; at < Math.max(numbers.size(), other.numbers.size()); at++) {
            int order = Integer.compare(number(at), other.number(at));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int number(int at) {
        return at < numbers.size() ? numbers.get(at) : 0;
    }

    @Override
    public String toString() {
        return String.join(".", numbers.stream().map(Object::toString).toList());
    }
}
