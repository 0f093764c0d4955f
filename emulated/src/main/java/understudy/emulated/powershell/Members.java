package understudy.emulated.powershell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Properties and methods of texts, lists and tables. */
final class Members {
    private Members() {}

    static Object property(Object of, String name) {
        return switch (of) {
            case PsObject object -> object.property(name);
            case String text when name.equalsIgnoreCase("Length") -> text.length();
            case List<?> list when name.equalsIgnoreCase("Count") || name.equalsIgnoreCase("Length") -> list.size();
            case byte[] bytes when name.equalsIgnoreCase("Length") -> bytes.length;
            case Map<?, ?> map -> entry(map, key(name));
            default -> Values.NULL;
        };
    }

    static Object call(Object of, String method, List<Object> arguments) throws PowerShellError {
        if (of instanceof PsObject object) {
            return object.call(method, arguments);
        }
        if (Values.isNull(of)) {
            throw new PowerShellError("You cannot call a method on a null-valued expression.");
        }
        if (of instanceof Map<?, ?> map && method.equalsIgnoreCase("ContainsKey")) {
            return map.containsKey(key(Values.text(arguments.getFirst())));
        }
        return onText(Values.text(of), method, arguments);
    }

    private static Object onText(String text, String method, List<Object> arguments) throws PowerShellError {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "split" -> split(text, Values.text(arguments.getFirst()));
            case "trim" -> text.strip();
            case "toupper" -> text.toUpperCase(Locale.ROOT);
            case "tostring" -> text;
            case "startswith" -> text.startsWith(Values.text(arguments.getFirst()));
            case "endswith" -> text.endsWith(Values.text(arguments.getFirst()));
            case "indexof" -> text.indexOf(Values.text(arguments.getFirst()));
            case "replace" -> text.replace(Values.text(arguments.getFirst()), Values.text(arguments.get(1)));
            case "substring" -> substring(text, arguments);
            default ->
                throw new PowerShellError("Method invocation failed because [System.String] doesn't contain a method"
                        + " named '" + method + "'.");
        };
    }

    private static Object substring(String text, List<Object> arguments) throws PowerShellError {
        int from = (int) Values.requireNumber(arguments.getFirst());
        int length = arguments.size() > 1 ? (int) Values.requireNumber(arguments.get(1)) : text.length() - from;
        if (from < 0 || length < 0 || from + length > text.length()) {
            throw new PowerShellError("Exception calling \"Substring\": StartIndex and length must lie in the string.");
        }
        return text.substring(from, from + length);
    }

    private static List<Object> split(String text, String separators) {
        List<Object> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || separators.indexOf(text.charAt(at)) >= 0) {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
        }
        return parts;
    }

    static Object index(Object of, Object at) throws PowerShellError {
        return switch (of) {
            case Map<?, ?> map -> entry(map, key(Values.text(at)));
            case List<?> list -> element(list, (int) Values.requireNumber(at));
            case String text -> {
                int place = (int) Values.requireNumber(at);
                yield place < text.length() ? String.valueOf(text.charAt(place)) : Values.NULL;
            }
            default -> throw new PowerShellError("Unable to index into an object of type " + Values.text(of) + ".");
        };
    }

    private static Object entry(Map<?, ?> map, String key) {
        var value = map.get(key);
        return value == null ? Values.NULL : value;
    }

    private static Object element(List<?> list, int at) {
        int place = at < 0 ? list.size() + at : at;
        return place >= 0 && place < list.size() ? list.get(place) : Values.NULL;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
