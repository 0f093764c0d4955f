package understudy.remote.ssh;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.stream.Stream;

/** Turns what the library throws while it connects into the one sentence that an operator can act on. */
final class ConnectSentence {
    private static final int MOST_LINKS = 20;

    private ConnectSentence() {}

    static String of(Hop hop, Throwable failure, Deadline deadline) {
        var refusal = hop.refusal();
        if (refusal != null) {
            return refusal;
        }
        var where = hop.endpoint();
        if (has(failure, UnresolvedAddressException.class)) {
            return "The name " + where.address() + " has no address: correct the inventory or the name service.";
        }
        if (has(failure, NoRouteToHostException.class)) {
            return "There is no way to " + where + " from here: check the network, or name a jump host.";
        }
        if (has(failure, ConnectException.class)) {
            return "Nothing answers SSH at " + where + " (" + rootMessage(failure)
                    + "): check that the node is up and sshd runs on that port.";
        }
        var message = messages(failure);
        if (message.contains("No more authentication methods")) {
            return "The node at " + where
                    + " took none of our keys: put the public key into that account's authorized_keys,"
                    + " or name another key, agent or certificate.";
        }
        if (message.contains("Unable to negotiate")) {
            return "The SSH server at " + where + " shares no algorithm with us (" + rootMessage(failure)
                    + "): bring its sshd up to date.";
        }
        if (hop.identity().agentSocket().isPresent() && message.contains("agent")) {
            return "The SSH agent at " + hop.identity().agentSocket().get() + " could not be used for " + where + " ("
                    + rootMessage(failure) + "): check that it runs and holds the key (ssh-add -l).";
        }
        if (deadline.hasPassed()) {
            return "SSH at " + where
                    + " did not let us in within the connect deadline: check the node's load and the network.";
        }
        return "SSH to " + where + " failed (" + rootMessage(failure) + "): try ssh " + where.user() + "@"
                + where.address() + " by hand, and look into the node's log of sshd.";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return chain(failure).anyMatch(kind::isInstance);
    }

    private static String messages(Throwable failure) {
        return chain(failure).map(String::valueOf).reduce("", (all, one) -> all + " | " + one);
    }

    private static String rootMessage(Throwable failure) {
        var root = chain(failure).reduce(failure, (first, next) -> next);
        var message = root.getMessage();
        var text = message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
        // What the far side sent must not paint the operator's terminal.
        return text.replaceAll("\\p{Cntrl}", " ").substring(0, Math.min(300, text.length()));
    }

    private static Stream<Throwable> chain(Throwable failure) {
        var links = new ArrayList<Throwable>();
        for (var link = failure; link != null && links.size() < MOST_LINKS; link = link.getCause()) {
            links.add(link);
        }
        return links.stream();
    }
}
