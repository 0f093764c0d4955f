package understudy.remote.ssh;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Collectors;
import understudy.remote.Cause;
import understudy.remote.Deadline;

/** Turns what the library throws while it connects into the one sentence that an operator can act on. */
final class ConnectSentence {
    private ConnectSentence() {}

    static String of(Hop hop, Throwable failure, Deadline deadline) {
        var refusal = hop.refusal();
        if (refusal != null) {
            return refusal;
        }
        var where = hop.endpoint();
        var message = messages(failure);
        if (message.contains("No more authentication methods")) {
            return "The node at " + where
                    + " took none of our keys: put the public key into that account's authorized_keys,"
                    + " or name another key, agent or certificate.";
        }
        if (message.contains("Unable to negotiate")) {
            return "The SSH server at " + where + " shares no algorithm with us (" + Cause.text(failure)
                    + "): bring its sshd up to date.";
        }
        var via = hop.via();
        if (via != null) {
            return "The jump host " + via + " does not lead to " + where + " (" + Cause.text(failure)
                    + "): check that it can reach that address and that its sshd allows forwarding.";
        }
        if (deadline.hasPassed()) {
            return "SSH at " + where
                    + " did not let us in within the connect deadline: check that the node is up, its load and the network.";
        }
        return ofNetwork(where, failure);
    }

    private static String ofNetwork(SshEndpoint where, Throwable failure) {
        if (Cause.has(failure, UnresolvedAddressException.class)) {
            return "The name " + where.address() + " has no address: correct the inventory or the name service.";
        }
        if (Cause.has(failure, NoRouteToHostException.class)) {
            return "There is no way to " + where
                    + " from here: check that the node is up, and the network, or name a jump host.";
        }
        if (Cause.has(failure, ConnectException.class)) {
            return "Nothing answers SSH at " + where + " (" + Cause.text(failure)
                    + "): check that the node is up and sshd runs on that port.";
        }
        return "SSH to " + where + " failed (" + Cause.text(failure) + "): try ssh " + where.user() + "@"
                + where.address() + " by hand, and look into the node's log of sshd.";
    }

    private static String messages(Throwable failure) {
        return Cause.chain(failure).stream().map(String::valueOf).collect(Collectors.joining(" | "));
    }
}
