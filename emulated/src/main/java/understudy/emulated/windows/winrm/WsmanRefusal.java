package understudy.emulated.windows.winrm;

/** A fault of WS-Management: the standard's subcode, Windows' number, and a sentence (MS-WSMV section 2.2.4.43; wsmerror.h). */
final class WsmanRefusal extends Exception {
    private static final long serialVersionUID = 1;
    private final String subcode;
    private final long code;

    private WsmanRefusal(String subcode, long code, String message) {
        super(message);
        this.subcode = subcode;
        this.code = code;
    }

    String subcode() {
        return subcode;
    }

    long code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    static WsmanRefusal of(long code, String message) {
        return new WsmanRefusal("w:InternalError", code, message);
    }

    static WsmanRefusal timedOut() {
        return new WsmanRefusal(
                "w:TimedOut",
                2150858793L,
                "The WS-Management service cannot complete the operation within the time specified in OperationTimeout.");
    }

    static WsmanRefusal noSuchShell(String id) {
        return new WsmanRefusal(
                "w:InvalidSelectors",
                2150858843L,
                "The request for the Windows Remote Shell with ShellId " + id
                        + " failed because the shell was not found on the server.");
    }

    static WsmanRefusal noSuchCommand() {
        return new WsmanRefusal("w:InvalidParameter", 2147943568L, "The command was not found in the shell.");
    }

    static WsmanRefusal inputClosed() {
        return new WsmanRefusal("w:InternalError", 2147942509L, "The pipe has been ended.");
    }

    static WsmanRefusal shellLimit(int most) {
        return new WsmanRefusal(
                "w:QuotaLimit",
                2150859173L,
                "The WS-Management service cannot process the request. This user is allowed a maximum number of " + most
                        + " concurrent shells, which has been exceeded.");
    }

    static WsmanRefusal commandLimit(int most) {
        return new WsmanRefusal(
                "w:QuotaLimit",
                2150859241L,
                "The WS-Management service cannot process the request. The maximum of " + most
                        + " commands for each shell has been exceeded.");
    }

    static WsmanRefusal envelopeTooLong(int most) {
        return new WsmanRefusal(
                "w:EncodingLimit", 2150858874L, "The envelope is longer than the " + most + " bytes that are allowed.");
    }

    static WsmanRefusal noSuchAction(String action) {
        return new WsmanRefusal(
                "a:ActionNotSupported", 2150858752L, "The action " + action + " is not supported by this listener.");
    }

    static WsmanRefusal unreadable(String why) {
        return new WsmanRefusal("w:SchemaValidationError", 2150858817L, "The envelope cannot be read: " + why + ".");
    }
}
