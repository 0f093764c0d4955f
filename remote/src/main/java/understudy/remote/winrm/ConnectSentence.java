package understudy.remote.winrm;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import understudy.remote.Cause;
import understudy.remote.Deadline;
import understudy.remote.tls.NotTrusted;

/** Turns what is thrown while a connection is made into the one sentence that an operator can act on. */
final class ConnectSentence {
    private ConnectSentence() {}

    static String of(WinRmSettings settings, IOException failure, Deadline deadline) {
        var where = settings.endpoint();
        var untrusted = Cause.chain(failure).stream()
                .filter(NotTrusted.class::isInstance)
                .map(NotTrusted.class::cast)
                .findFirst();
        if (untrusted.isPresent()) {
            return "We do not log in, for " + untrusted.get().clause() + ".";
        }
        if (Thread.currentThread().isInterrupted()) {
            return "We were told to stop while we connected to " + where + ".";
        }
        if (deadline.hasPassed()) {
            return where + " did not let us in within the connect deadline: check that the node is up, its load and the"
                    + " network.";
        }
        return switch (failure) {
            case UnknownHostException unknown ->
                "The name " + where.address() + " has no address: correct the inventory or the name service.";
            case NoRouteToHostException unreachable ->
                "There is no way to " + where + " from here: check that the node is up, and the network.";
            case ConnectException refused ->
                "Nothing answers WinRM at " + where + " (" + Cause.text(refused)
                        + "): check that the node is up and has a listener there (winrm enumerate winrm/config/listener).";
            case SSLException unsafe ->
                "No TLS with " + where + " (" + Cause.text(unsafe)
                        + "): check that the listener has a certificate and that Windows speaks TLS 1.2, which versions"
                        + " before 2012 do only with updates.";
            case UnreadableAnswer odd ->
                "What answers at " + where + " does not speak WinRM, for " + odd.why()
                        + ": check the port, and what stands between.";
            default ->
                "WinRM at " + where + " broke off while we logged in (" + Cause.text(failure)
                        + "): look into the node's event log of Windows Remote Management.";
        };
    }
}
