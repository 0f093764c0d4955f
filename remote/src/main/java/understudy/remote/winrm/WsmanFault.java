package understudy.remote.winrm;

import java.util.Set;
import understudy.remote.Cause;

/** A request that a listener refused, with the number that Windows gives the reason (wsmerror.h, winerror.h). */
final class WsmanFault extends Exception {
    private static final long serialVersionUID = 1;
    private static final long TIMED_OUT = 0x80338029L;
    private static final long NO_SUCH_SHELL = 0x8033805BL;
    private static final long SHELL_IS_FULL = 0x803381E9L;
    private static final Set<Long> SHELL_LIMITS = Set.of(0x803381A5L, 0x803381ABL, 0x803381E4L, 0x803381E6L);
    private static final Set<Long> QUOTAS = Set.of(
            0x8033803FL,
            0x803381A6L,
            0x803381A7L,
            0x803381A8L,
            0x803381E5L,
            0x803381E7L,
            0x803381E8L,
            SHELL_IS_FULL,
            0x803381EAL);

    private final long code;
    private final String subcode;

    WsmanFault(long code, String subcode, String message) {
        super(message);
        this.code = code;
        this.subcode = subcode;
    }

    /** The number, or -1 where there was none. */
    long code() {
        return code;
    }

    /** The number of Windows' own within, where it is one of those, else -1. */
    long windowsError() {
        return code >>> 16 == 0x8007L ? code & 0xFFFF : code >= 0 && code <= 0xFFFF ? code : -1;
    }

    boolean isTimeout() {
        return code == TIMED_OUT || (code < 0 && subcode.equals("TimedOut"));
    }

    /** Whether the command was refused for its shell alone: it is gone, or full of commands that we lost sight of. */
    boolean wantsAnotherShell() {
        return code == NO_SUCH_SHELL || code == SHELL_IS_FULL;
    }

    boolean isShellLimit() {
        return SHELL_LIMITS.contains(code);
    }

    boolean isQuota() {
        return QUOTAS.contains(code) || (code < 0 && subcode.equals("QuotaLimit"));
    }

    /** What the node said, fit for a sentence. */
    String text() {
        var said = Cause.text(this).strip().replaceAll("\\s+", " ").replaceAll("[.;:]+$", "");
        return code < 0 ? said : said + ", code " + code;
    }
}
