package understudy.remote.winrm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/** Gets the ticket that says who we are: by a password, or as {@code kinit} left it. Which KDC, {@code krb5.conf} says. */
final class KerberosTicket {
    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

    private KerberosTicket() {}

    static Subject of(String principal, Optional<String> password) throws LoginException {
        CallbackHandler answers = callbacks -> {
            for (var callback : callbacks) {
                answer(callback, principal, password);
            }
        };
        var subject = new Subject();
        new LoginContext("understudy", subject, answers, configuration(principal, password.isEmpty())).login();
        return subject;
    }

    private static void answer(Callback callback, String principal, Optional<String> password)
            throws UnsupportedCallbackException {
        switch (callback) {
            case NameCallback name -> name.setName(principal);
            case PasswordCallback wanted ->
                wanted.setPassword(password.orElse("").toCharArray());
            default -> throw new UnsupportedCallbackException(callback);
        }
    }

    private static Configuration configuration(String principal, boolean cached) {
        var options = new HashMap<>(Map.of("principal", principal, "refreshKrb5Config", "true", "isInitiator", "true"));
        options.put("useTicketCache", String.valueOf(cached));
        options.put("doNotPrompt", String.valueOf(cached));
        var entry = new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, options);
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {entry};
            }
        };
    }
}
