package understudy.remote.winrm;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import understudy.remote.Cause;

/** Turns an error of Kerberos, by its number in RFC 4120, section 7.5.9, into the sentence that an operator can act on. */
final class KerberosSentence {
    private static final Pattern NUMBER = Pattern.compile("\\((\\d{1,3})\\)");

    private KerberosSentence() {}

    static String of(WinRmEndpoint endpoint, String principal, Throwable failure) {
        var text = Cause.chain(failure).stream().map(String::valueOf).collect(Collectors.joining(" | "));
        var found = NUMBER.matcher(text);
        int number = found.find() ? Integer.parseInt(found.group(1)) : -1;
        return switch (number) {
            case 1 ->
                "The account " + principal + " has expired, so it cannot log in at " + endpoint
                        + ": let the domain's administrator extend it (net user NAME /domain shows its date).";
            case 6 ->
                "Kerberos knows no account " + principal + ", which should log in at " + endpoint
                        + ": write it as name@REALM, the realm in capitals.";
            case 7 ->
                "Kerberos knows no service HTTP/" + endpoint.address()
                        + ": name the node in the inventory as the domain does, or add the name with setspn.";
            case 18 ->
                "The account " + principal + " is disabled, locked or revoked, so it cannot log in at " + endpoint
                        + ": let the domain's administrator look at it (net user NAME /domain).";
            case 23 ->
                "The password of " + principal + " has expired, so it cannot log in at " + endpoint
                        + ": change it, then change what the inventory's reference leads to.";
            case 24, 31 ->
                "The password of " + principal + " is wrong for Kerberos, so it cannot log in at " + endpoint
                        + ": look what the inventory's reference leads to.";
            case 37 ->
                "The clocks of this machine, the KDC and " + endpoint + " differ by more than Kerberos allows for "
                        + principal + " (five minutes as a rule): set the clock here (chronyc tracking, timedatectl)"
                        + " or there (w32tm /query /status).";
            default ->
                "Kerberos did not let " + principal + " in at " + endpoint + " (" + Cause.text(failure)
                        + "): try kinit " + principal + " on this machine, and look at krb5.conf.";
        };
    }

    static String noAnswer(WinRmEndpoint endpoint, String principal) {
        return "Kerberos gave " + principal + " no ticket for " + endpoint
                + " within the connect deadline: check that this machine reaches the KDC that krb5.conf names.";
    }
}
