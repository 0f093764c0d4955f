package understudy.emulated.windows.winrm;

import java.util.Map;
import java.util.concurrent.CompletionException;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** The node's side of one login by Kerberos, with the keys of its keytab. */
final class KerberosAcceptor {
    private final Subject node;
    private final GSSContext context;

    KerberosAcceptor(KerberosService service) throws LoginException, GSSException {
        node = new Subject();
        new LoginContext("node", node, null, configuration(service)).login();
        context = within(() -> GSSManager.getInstance().createContext((org.ietf.jgss.GSSCredential) null));
    }

    /** Our token for the client's; empty if there is nothing more to say. */
    byte[] accept(byte[] token) throws GSSException {
        var ours = within(() -> context.acceptSecContext(token, 0, token.length));
        return ours == null ? new byte[0] : ours;
    }

    boolean isEstablished() {
        return context.isEstablished();
    }

    /** Who the client is, {@code name@REALM}. */
    String account() throws GSSException {
        return context.getSrcName().toString();
    }

    private interface Step<T> {
        T take() throws GSSException;
    }

    private <T> T within(Step<T> step) throws GSSException {
        try {
            return Subject.callAs(node, step::take);
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof GSSException refused) {
                throw refused;
            }
            throw failure;
        }
    }

    private static Configuration configuration(KerberosService service) {
        var options = Map.of(
                "principal", service.principal(),
                "keyTab", service.keytab().toString(),
                "useKeyTab", "true",
                "storeKey", "true",
                "doNotPrompt", "true",
                "isInitiator", "false",
                "refreshKrb5Config", "true");
        var entry = new AppConfigurationEntry(
                "com.sun.security.auth.module.Krb5LoginModule", LoginModuleControlFlag.REQUIRED, options);
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {entry};
            }
        };
    }
}
