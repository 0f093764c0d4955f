package understudy.remote.winrm;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.Oid;
import org.jspecify.annotations.Nullable;
import understudy.remote.Deadline;
import understudy.remote.winrm.ntlm.NtlmSession;

/** Logs a connection in by Kerberos, through Java's own (JGSS) within SPNEGO (RFC 4178), both sides proving themselves. */
final class KerberosHandshake implements Handshake {
    private static final String SPNEGO = "1.3.6.1.5.5.2";
    private static final String PRINCIPAL_NAME = "1.2.840.113554.1.2.2.1";

    private final WinRmEndpoint endpoint;
    private final String principal;
    private final Optional<String> password;
    private final Deadline deadline;
    private @Nullable Subject subject;
    private @Nullable GSSContext context;

    KerberosHandshake(WinRmEndpoint endpoint, String principal, Optional<String> password, Deadline deadline) {
        this.endpoint = endpoint;
        this.principal = principal;
        this.password = password;
        this.deadline = deadline;
    }

    @Override
    public byte[] first() throws ConnectFailure {
        return inTime(() -> {
            var us = KerberosTicket.of(principal, password);
            subject = us;
            return Subject.callAs(us, () -> {
                var manager = GSSManager.getInstance();
                // By its full name: as a "host-based service" Java would ask the name service for another one first.
                var service = manager.createName("HTTP/" + endpoint.address(), new Oid(PRINCIPAL_NAME));
                var made = manager.createContext(service, new Oid(SPNEGO), null, GSSContext.DEFAULT_LIFETIME);
                made.requestMutualAuth(true);
                context = made;
                return token(made, new byte[0]);
            });
        });
    }

    @Override
    public byte[] next(byte[] token) throws ConnectFailure {
        var open = context;
        var us = subject;
        if (open == null || us == null) {
            throw new IllegalStateException("a Kerberos login goes on that was not begun");
        }
        return inTime(() -> Subject.callAs(us, () -> token(open, token)));
    }

    @Override
    public void accepted(byte[] token) throws ConnectFailure {
        var open = context;
        if (open != null && !open.isEstablished() && token.length > 0) {
            next(token);
        }
        if (open == null || !open.isEstablished()) {
            throw new ConnectFailure(endpoint + " let " + principal
                    + " in without proving who it is itself: look what answers at that address, and at the service"
                    + " principal names of the node (setspn -L).");
        }
    }

    @Override
    public Optional<NtlmSession> session() {
        return Optional.empty();
    }

    private static byte[] token(GSSContext context, byte[] theirs) throws GSSException {
        var token = context.initSecContext(theirs, 0, theirs.length);
        return token == null ? new byte[0] : token;
    }

    /** Java's Kerberos has time limits of its own, for each KDC and try: it runs aside, and we wait as long as we may. */
    private byte[] inTime(Callable<byte[]> step) throws ConnectFailure {
        var result = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return step.call();
                    } catch (Exception failure) {
                        throw new CompletionException(failure);
                    }
                },
                task -> Thread.ofVirtual().name("understudy-kerberos").start(task));
        try {
            return result.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw new ConnectFailure(KerberosSentence.of(endpoint, principal, failure), failure);
        } catch (TimeoutException late) {
            throw new ConnectFailure(KerberosSentence.noAnswer(endpoint, principal), late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectFailure("We were told to stop while " + principal + " logged in at " + endpoint + ".");
        }
    }
}
