package understudy.remote.winrm.ntlm;

/**
 * An account as NTLM names it.
 *
 * @param domain the domain or the node's own name; empty where the user's name holds it ({@code name@domain}) or nobody named one
 * @param user the account's name
 */
public record NtlmAccount(String domain, String user) {
    /** Reads {@code DOMAIN\name}, {@code name@domain} or {@code name}. */
    public static NtlmAccount of(String account) {
        int backslash = account.indexOf('\\');
        return new NtlmAccount(account.substring(0, Math.max(0, backslash)), account.substring(backslash + 1));
    }
}
