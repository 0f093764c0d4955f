package understudy.remote.winrm;

import java.util.Optional;

/** Who we are for a node, and how we prove it. */
public sealed interface WinRmLogin {
    /** The account, {@code DOMAIN\name}, {@code name@domain} or {@code name}. */
    String account();

    /** NTLM version 2, over HTTPS or, with every message sealed, over HTTP. */
    record Ntlm(String account, Secret password) implements WinRmLogin {
        @Override
        public String toString() {
            return account + " by NTLM";
        }
    }

    /**
     * Kerberos, over HTTPS.
     *
     * @param account {@code name@REALM}
     * @param password empty to use the tickets that {@code kinit} left for who runs this
     */
    record Kerberos(String account, Optional<Secret> password) implements WinRmLogin {
        @Override
        public String toString() {
            return account + " by Kerberos";
        }
    }

    /** A local account's password as it is, over HTTPS only. */
    record Basic(String account, Secret password) implements WinRmLogin {
        @Override
        public String toString() {
            return account + " by Basic";
        }
    }
}
