package understudy.remote.winrm;

/** Turns a refusal of a node's WinRM service into the one sentence that an operator can act on. */
final class FaultSentence {
    private FaultSentence() {}

    static String of(String node, String account, WsmanFault fault) {
        if (fault.isShellLimit()) {
            return "No shell for " + account + " on " + node + ", for it has as many as WinRM allows (" + fault.text()
                    + "): close others (winrm enumerate shell) or raise MaxShellsPerUser (winrm get winrm/config/winrs).";
        }
        if (fault.isQuota()) {
            return "WinRM on " + node + " refuses " + account + ", for a quota is used up (" + fault.text()
                    + "): wait for what runs there, or raise the quota (winrm get winrm/config/service).";
        }
        return switch ((int) fault.windowsError()) {
            case 5 ->
                node + " knows " + account + " but does not let it run commands (" + fault.text()
                        + "): put it into the group Administrators or Remote Management Users; a local account needs"
                        + " LocalAccountTokenFilterPolicy = 1 as well.";
            case 1326 ->
                "The password of " + account + " is wrong on " + node + " (" + fault.text()
                        + "): look what the inventory's reference leads to.";
            case 1330, 1907 ->
                "The password of " + account + " has expired on " + node + " (" + fault.text()
                        + "): change it, then change what the inventory's reference leads to.";
            case 1331, 1909 ->
                "The account " + account + " is disabled or locked on " + node + " (" + fault.text()
                        + "): let its administrator look at it (net user NAME /domain).";
            case 1793 ->
                "The account " + account + " has expired on " + node + " (" + fault.text()
                        + "): let its administrator extend it (net user NAME /domain shows its date).";
            default ->
                "WinRM on " + node + " refused " + account + " (" + fault.text()
                        + "): look into the node's event log of Windows Remote Management.";
        };
    }
}
