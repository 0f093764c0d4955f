package understudy.remote.winrm;

import java.io.IOException;
import java.util.Optional;
import understudy.remote.Cause;

/** Fetches a login's password at the moment at which it is needed. */
final class Password {
    private Password() {}

    static Optional<String> of(WinRmLogin login) throws ConnectFailure {
        Optional<Secret> secret = switch (login) {
            case WinRmLogin.Ntlm ntlm -> Optional.of(ntlm.password());
            case WinRmLogin.Basic basic -> Optional.of(basic.password());
            case WinRmLogin.Kerberos kerberos -> kerberos.password();
        };
        try {
            return secret.isEmpty()
                    ? Optional.empty()
                    : Optional.of(secret.get().reveal());
        } catch (IOException missing) {
            throw new ConnectFailure(
                    "The password of " + login.account() + " cannot be had (" + Cause.text(missing)
                            + "): correct the reference in the inventory, or what it leads to.",
                    missing);
        }
    }
}
