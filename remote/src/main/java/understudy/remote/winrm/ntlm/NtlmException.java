package understudy.remote.winrm.ntlm;

/** A message of NTLM that is not what it must be; the text is the part of a sentence that says why. */
public final class NtlmException extends Exception {
    private static final long serialVersionUID = 1;

    NtlmException(String why) {
        super(why);
    }
}
