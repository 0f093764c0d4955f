package understudy.driver.pacemaker.helper;

import java.util.List;
import java.util.regex.Pattern;

/** The script that an administrator reads and runs as root on each node, once for each release of ours: it writes the helper and the sudo rule. */
public final class InstallScript {
    private static final Pattern ACCOUNT = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final String FOLDER = Helper.PATH.substring(0, Helper.PATH.lastIndexOf('/'));

    private InstallScript() {}

    /**
     * Its text.
     *
     * @param account who may call the helper by sudo
     * @param nodes where it is to be run; none where they are not known yet
     * @throws IllegalArgumentException in one sentence, where a rule cannot name the account
     */
    public static String text(String account, List<String> nodes, SiteCalls site) {
        if (!ACCOUNT.matcher(account).matches() || account.equals("root")) {
            throw new IllegalArgumentException(
                    "\"" + account
                            + "\" can have no sudo rule of ours: take an account of up to 32 of a-z, 0-9, _ and -, other than root, which needs none.");
        }
        List<String> plain = nodes.stream().filter(CallPattern::canName).toList();
        return Helper.resource("install.sh")
                .replace("@USER@", account)
                .replace("@NODES@", plain.isEmpty() ? "" : " (" + String.join(", ", plain) + ")")
                .replace("@PATH@", Helper.PATH)
                .replace("@FOLDER@", FOLDER)
                .replace("@RULE@", "/etc/sudoers.d/understudy-" + account)
                .replace("@HELPER@", Helper.text(site).stripTrailing());
    }
}
