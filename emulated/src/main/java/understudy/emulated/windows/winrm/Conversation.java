package understudy.emulated.windows.winrm;

import java.util.ArrayList;
import java.util.List;

/** What a listener heard and said, each envelope as readable SOAP, after unsealing and before sealing; the newest thousand. */
public final class Conversation {
    private static final int MOST = 1_000;

    private final List<Message> messages = new ArrayList<>();

    /**
     * One envelope.
     *
     * @param fromClient whether the client sent it
     * @param account who had logged in on that connection
     * @param sealed whether it went over the wire sealed
     * @param soap the envelope
     */
    public record Message(boolean fromClient, String account, boolean sealed, String soap) {}

    /** All that was kept, the oldest first. */
    public synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    synchronized void add(Message message) {
        if (messages.size() == MOST) {
            messages.removeFirst();
        }
        messages.add(message);
    }

    /** The conversation as text, one envelope after the other, each below a line that says who sent it. */
    public synchronized String text() {
        var text = new StringBuilder();
        for (var message : messages) {
            text.append(message.fromClient() ? "> " + message.account() : "< the node")
                    .append(message.sealed() ? ", sealed\n" : "\n")
                    .append(message.soap())
                    .append("\n\n");
        }
        return text.toString();
    }
}
