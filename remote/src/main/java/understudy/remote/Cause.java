package understudy.remote;

import java.util.ArrayList;
import java.util.List;

/** What exceptions say at their root, fit for a sentence. */
public final class Cause {
    private static final int MOST_LINKS = 20;
    private static final int MOST_TEXT = 300;

    private Cause() {}

    /** The exception and what caused it, the root last. */
    public static List<Throwable> chain(Throwable failure) {
        var links = new ArrayList<Throwable>();
        for (var link = failure; link != null && links.size() < MOST_LINKS; link = link.getCause()) {
            links.add(link);
        }
        return links;
    }

    /** Whether the exception or one of its causes is of that kind. */
    public static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return chain(failure).stream().anyMatch(kind::isInstance);
    }

    /** The root's message, without anything that could paint the operator's terminal. */
    public static String text(Throwable failure) {
        var root = chain(failure).getLast();
        var message = root.getMessage();
        var text = message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
        var plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.substring(0, Math.min(MOST_TEXT, plain.length()));
    }
}
