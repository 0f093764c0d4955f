package understudy.remote.winrm;

/** What a node's refusal to let us in means. */
final class LoginSentence {
    private LoginSentence() {}

    /**
     * The password was not believed. A listener says no more than that by NTLM and Basic, whatever is the matter with the account.
     */
    static String refused(WinRmSettings settings) {
        var account = settings.login().account();
        return settings.endpoint() + " did not let " + account
                + " in: the password is wrong, or the account has expired, is locked or disabled, or may not log on from the"
                + " network; look what the inventory's reference leads to, and at the account (net user NAME /domain).";
    }

    /** The answer to a login was no challenge. */
    static String ofFirstAnswer(WinRmSettings settings, HttpAnswer answer) {
        var where = settings.endpoint();
        if (answer.status() == 401) {
            var wanted = settings.login() instanceof WinRmLogin.Basic ? "Basic" : "Negotiate";
            return answer.challenge(wanted).isPresent()
                    ? refused(settings)
                    : where + " does not let " + settings.login() + " in, for it offers only " + answer.offered()
                            + ": switch " + wanted
                            + " on there (winrm get winrm/config/service/auth), or choose another way in the inventory.";
        }
        return where + " answered with HTTP status " + answer.status()
                + " instead of a login: check that the port is WinRM's (winrm enumerate winrm/config/listener) and that no"
                + " proxy stands between.";
    }
}
